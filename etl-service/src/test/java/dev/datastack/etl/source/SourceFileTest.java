package dev.datastack.etl.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.datastack.etl.dataset.Problem;
import dev.datastack.etl.dataset.Row;
import dev.datastack.etl.warehouse.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceFileTest {

    private static final List<String> HEADER = List.of("a", "b");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "\uFEFFa,b\n\n1,2\n\n3,4\n\n"})
    void rows_are_read_whatever_ends_a_line(String content) throws Exception {
        assertThat(fields(content)).containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void lines_are_numbered_as_an_editor_does() throws Exception {
        assertThat(read("a,b\n\n1,2\n\n3,4\n")).extracting(Read::number).containsExactly(3L, 5L);
    }

    @Test
    void quotes_may_hold_commas_and_quotes() throws Exception {
        assertThat(fields("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n")).containsExactly(List.of("1,5", "say \"hi\""));
    }

    @Test
    void a_stray_quote_costs_its_own_line_only() throws Exception {
        List<Read> lines = read("a,b\n\"1,2\n3,4\n");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .isEqualTo(damaged(2, "\"1,2", "quote: a quote is not closed on its line, or something follows it"));
        assertThat(lines.get(1)).isEqualTo(good(3, "3,4", "3", "4"));
    }

    @Test
    void what_follows_a_carriage_return_beside_a_quote_is_not_dropped_silently() throws Exception {
        assertThat(read("a,b\n\r\"1\",2\n\"1\",2\r3,4\n"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.problem()).startsWith("quote: "));
    }

    @Test
    void bytes_that_are_no_text_are_kept_as_hex() throws Exception {
        byte[] content = {
            'a', ',', 'b', '\n', 'x', (byte) 0xC3, '(', ',', (byte) 0xFF, '\n', (byte) 0xC3, (byte) 0xA9, ',', '2', '\n'
        };
        List<Read> lines = read(content);
        assertThat(lines)
                .containsExactly(
                        damaged(2, "x\\xc3(,\\xff", "encoding: holds bytes that are no UTF-8 text"),
                        good(3, "é,2", "é", "2"));
    }

    @Test
    void a_nul_is_damage_since_postgresql_cannot_hold_it() throws Exception {
        assertThat(read("a,b\n1,\0\n"))
                .containsExactly(damaged(2, "1,\\x00", "encoding: holds bytes that are no UTF-8 text"));
    }

    @Test
    void a_line_without_end_does_not_fill_the_memory() throws Exception {
        String endless = "x".repeat(3 * LineReader.LONGEST);
        List<Read> lines = read("a,b\n" + endless + "\n1,2\n");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).problem()).isEqualTo("too-long: more than 65536 bytes");
        assertThat(lines.get(0).raw().length()).isLessThan(5_000);
        assertThat(lines.get(1).number()).isEqualTo(3);
    }

    @Test
    void the_digest_is_that_of_the_file_as_it_lies_there() throws Exception {
        Path file = new DataFolder(folder).write("x.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        try (SourceFile source = SourceFile.open(file, HEADER, () -> {})) {
            assertThat(source.sha256()).isEqualTo("492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470");
        }
    }

    @ParameterizedTest
    @CsvSource({"x.csv", "x.csv.gz"})
    void a_missing_file_is_named(String name) {
        assertFails(folder.resolve(name), name + " is missing. Put the file there");
    }

    @Test
    void each_read_of_a_line_without_end_is_a_sign_of_life() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        Path file = new DataFolder(folder)
                .write("x.csv", ("a,b\n" + "x".repeat(10 * LineReader.LONGEST)).getBytes(StandardCharsets.UTF_8));
        try (SourceFile source = SourceFile.open(file, HEADER, reads::incrementAndGet)) {
            source.next();
        }
        assertThat(reads.get()).isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({"x.csv", "x.csv.gz"})
    void an_empty_file_is_no_input(String name) {
        assertFails(new DataFolder(folder).writeAsIs(name, new byte[0]), name + " is empty");
    }

    @Test
    void nothing_compressed_is_empty_too() {
        assertFails(new DataFolder(folder).write("x.csv.gz", new byte[0]), "x.csv.gz is empty");
    }

    @Test
    void a_folder_is_no_file() throws IOException {
        assertFails(Files.createDirectory(folder.resolve("x.csv")), "x.csv is no regular file");
    }

    @Test
    void plain_text_under_a_gzip_name_is_told() {
        Path file = new DataFolder(folder).writeAsIs("x.csv.gz", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertFails(file, "x.csv.gz is not gzip: it starts with 61 2c and not with 1f 8b");
    }

    @Test
    void another_header_is_shown_beside_the_expected_one() {
        Path file = new DataFolder(folder).write("x.csv", "a,c\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertFails(file, "x.csv has another header than expected. Expected: a,b Found: a,c");
    }

    @Test
    void gzip_that_ends_early_is_truncated_wherever_it_ends() {
        byte[] whole = DataFolder.gzip(manyLines());
        for (int length = 2; length < whole.length; length += 1 + length / 10) {
            Path file = new DataFolder(folder).writeAsIs("x.csv.gz", Arrays.copyOf(whole, length));
            assertFails(file, "x.csv.gz is truncated");
        }
    }

    @Test
    void a_flipped_bit_is_found_at_the_latest_by_the_checksum() {
        byte[] whole = DataFolder.gzip(manyLines());
        for (int at = 20; at < whole.length - 4; at += 97) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            Path file = new DataFolder(folder).writeAsIs("x.csv.gz", flipped);
            assertThatExceptionOfType(BadFileException.class)
                    .as("bit flipped in byte %d", at)
                    .isThrownBy(() -> readAll(file))
                    .withMessageContaining("x.csv.gz");
        }
    }

    @Test
    void gzip_in_two_parts_is_one_file() throws Exception {
        byte[] both = concat(
                DataFolder.gzip("a,b\n1,".getBytes(StandardCharsets.UTF_8)), DataFolder.gzip(new byte[] {'2', '\n'}));
        List<Read> lines = readAll(new DataFolder(folder).writeAsIs("x.csv.gz", both));
        assertThat(lines).containsExactly(good(2, "1,2", "1", "2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 100_000})
    void what_follows_gzip_and_is_none_is_not_dropped_silently(int bytes) {
        byte[] garbage = new byte[bytes];
        Arrays.fill(garbage, (byte) 'z');
        Path file = new DataFolder(folder).writeAsIs("x.csv.gz", concat(DataFolder.gzip(manyLines()), garbage));
        assertFails(file, "something that is not gzip follows");
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private static byte[] manyLines() {
        StringBuilder lines = new StringBuilder("a,b\n");
        for (int i = 0; i < 3_000; i++) {
            lines.append(i * 7919 % 1009).append(',').append(i).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A line as it was read: its fields, or what is wrong with it. */
    private record Read(long number, String raw, List<String> fields, String problem) {}

    private static Read good(long number, String raw, String... fields) {
        return new Read(number, raw, List.of(fields), "");
    }

    private static Read damaged(long number, String raw, String problem) {
        return new Read(number, raw, List.of(), problem);
    }

    private static void assertFails(Path file, String message) {
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> readAll(file))
                .withMessageContaining(message)
                .withMessageContaining("request the load again");
    }

    private List<List<String>> fields(String content) throws Exception {
        return read(content).stream().map(Read::fields).toList();
    }

    private List<Read> read(String content) throws Exception {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<Read> read(byte[] content) throws Exception {
        return readAll(new DataFolder(folder).write("x.csv", content));
    }

    private static List<Read> readAll(Path file) throws BadFileException, IOException {
        List<Read> lines = new ArrayList<>();
        try (SourceFile source = SourceFile.open(file, HEADER, () -> {})) {
            Row row = new Row(HEADER.size());
            while (source.next()) {
                Problem problem = source.split(row);
                lines.add(
                        problem == null
                                ? new Read(source.number(), source.raw(), fields(row), "")
                                : damaged(source.number(), source.raw(), problem.reason()));
            }
        }
        return lines;
    }

    private static List<String> fields(Row row) {
        return IntStream.range(0, row.fields()).mapToObj(row::text).toList();
    }
}
