package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Decision 0018. A new migration gets a line in migrations.sha256, as sha256sum prints it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MigrationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Path DIGESTS = Path.of("src/test/resources/migrations.sha256");

    @Test
    void a_versioned_migration_that_stands_is_never_changed() throws Exception {
        Map<String, String> pinned = new TreeMap<>();
        for (String line : Files.readAllLines(DIGESTS)) {
            pinned.put(line.substring(66), line.substring(0, 64));
        }
        assertThat(versioned()).isEqualTo(pinned);
    }

    private static Map<String, String> versioned() throws IOException, NoSuchAlgorithmException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("V")) {
                    digests.put(name, digest(file));
                }
            }
        }
        return digests;
    }

    /** With the line ends of Unix, whatever the clone has. */
    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] text = Files.readString(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }
}
