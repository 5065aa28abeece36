package dev.datastack.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.etl.damage.OtherOpinion;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.source.BadFileException;
import dev.datastack.etl.source.SourceFile;
import dev.datastack.etl.warehouse.LongRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams of bytes that are mostly commas, quotes and line ends. Each row goes one of two ways, by both readers alike. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyBytesTest {

    private static final int STREAMS_A_SEED = 500;
    private static final Dataset AIRLINES = Datasets.declared().named("airlines");

    // No blank: Commons CSV forgives one behind a closing quote, which RFC 4180 and this service do not.
    private static final List<String> PIECES = List.of(
            ",",
            ",",
            ",",
            "\"",
            "\"",
            "\n",
            "\n",
            "\r",
            "\r\n",
            "AA",
            "UA",
            "B6",
            "9E",
            "NA",
            "Name",
            "x",
            "\"\"",
            "\u0000",
            "\u00ff",
            "\u00c3\u00bc",
            "\u00c3",
            "\u00ef\u00bb\u00bf",
            "\t",
            "UA,United\n",
            "AA,\"Am, \"\"A\"\"\"\n");

    @TempDir
    static Path folder = Path.of("");

    static Stream<Long> seeds() {
        return LongRun.seeds(4, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_a_row_to_one_reader_is_a_row_to_the_other(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < STREAMS_A_SEED; i++) {
            byte[] bytes = stream(random);
            List<Long> loaded = new ArrayList<>();
            List<Long> rejected = new ArrayList<>();
            read(bytes, loaded, rejected);

            List<Long> others = new ArrayList<>();
            List<Long> othersRejected = new ArrayList<>();
            judge(bytes, others, othersRejected);
            String text = new String(bytes, StandardCharsets.ISO_8859_1)
                    .replace("\r", "\\r")
                    .replace("\0", "\\0")
                    .replace("\t", "\\t");
            assertThat(loaded).as("loaded of %s", text).isEqualTo(others);
            assertThat(rejected).as("rejected of %s", text).isEqualTo(othersRejected);
        }
    }

    private static byte[] stream(Random random) {
        StringBuilder text = new StringBuilder("carrier,name\n");
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As a load does it, without the database. */
    private static void read(byte[] bytes, List<Long> loaded, List<Long> rejected)
            throws IOException, BadFileException, TooLargeException {
        Path path = Files.write(folder.resolve("airlines.csv"), bytes);
        Intake intake =
                new Intake(AIRLINES, AIRLINES.period("all"), KnownMembers.NONE_NEEDED, new MemoryBudget(64L << 20));
        try (SourceFile file = SourceFile.open(path, AIRLINES.header(), () -> {})) {
            while (file.next()) {
                (intake.problem(file) == null ? loaded : rejected).add(file.number());
            }
        }
    }

    private static void judge(byte[] bytes, List<Long> loaded, List<Long> rejected) {
        Set<String> keys = new HashSet<>();
        for (OtherOpinion.Numbered line : OtherOpinion.lines(bytes)) {
            Optional<List<String>> fields = line.fields().filter(AnyBytesTest::isAirline);
            boolean good = fields.isPresent() && keys.add(fields.get().get(0));
            (good ? loaded : rejected).add(line.number());
        }
    }

    private static boolean isAirline(List<String> fields) {
        return fields.size() == 2
                && fields.get(0).matches("[A-Z0-9]{2}")
                && !fields.get(0).equals("NA")
                && !fields.get(1).isEmpty()
                && !fields.get(1).equals("NA")
                && fields.get(1).length() <= 200
                && fields.get(1).chars().noneMatch(Character::isISOControl);
    }
}
