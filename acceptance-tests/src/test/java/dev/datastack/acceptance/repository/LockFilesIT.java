package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An arm64 machine installs what the lock files name, and compiles nothing. */
@NeedsEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockFilesIT {
    private static final Pattern LOCK_FILE = Pattern.compile("docker/[a-z-]+/[a-z-]+\\.txt");

    /** It exists for Intel's processors alone. */
    private static final String FOR_INTEL_ALONE = """
            intel-openmp==2025.0.0 \\
                --hash=sha256:3c5c3ab2778134af00a61cb4af5a1ca6d060b6aecae793c3c787fe99b964e5e1 \\
                --hash=sha256:3fcaf73862136a36cc191be539d67bbc5aa20aceadb53a1179ff74ee286e4600
            """;

    private Optional<Resolver> resolver = Optional.empty();

    @Test
    void every_locked_package_has_a_wheel_for_arm64() {
        var files = Repository.sources().stream()
                .filter(file -> LOCK_FILE.matcher(file.toString()).matches())
                .toList();
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(missing(Repository.root().resolve(file))).isEmpty());
    }

    @Test
    void a_package_without_such_a_wheel_is_named(@TempDir Path folder) throws IOException {
        var planted = Files.writeString(folder.resolve("planted.txt"), FOR_INTEL_ALONE);
        assertThat(missing(planted))
                .singleElement(STRING)
                .contains("intel-openmp==2025.0.0 has no wheels with a matching platform tag");
    }

    /** It would be fetched, and then be refused. */
    @Test
    void a_package_whose_wheel_is_there_but_not_in_the_lock_file_is_named(@TempDir Path folder) throws IOException {
        var lock = Repository.read(Repository.root().resolve("docker/airflow/uv.txt"));
        var planted = Files.writeString(folder.resolve("planted.txt"), firstHashAlone(lock));
        assertThat(missing(planted)).singleElement(STRING).contains("no hash in the lock file", "name = \"uv\"");
    }

    /** After the check for an engine, which a @BeforeAll would come before. */
    private List<String> missing(Path lock) {
        if (resolver.isEmpty()) {
            resolver = Optional.of(Resolver.build());
        }
        return resolver.get().missing(lock);
    }

    @AfterAll
    void removeTheImage() {
        resolver.ifPresent(Resolver::close);
    }

    private static String firstHashAlone(String lock) {
        var lines = lock.lines().filter(line -> !line.startsWith("#")).limit(2).toList();
        return String.join("\n", List.of(lines.get(0), lines.get(1).replace(" \\", ""), ""));
    }
}
