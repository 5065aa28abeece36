package dev.datastack.cli.mounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledOnOs(OS.LINUX)
class MountsTest {
    private static final Path REAL = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Path data;

    @BeforeEach
    void a_clone_with_the_year() throws IOException {
        data = Files.createDirectories(root.resolve("data/nycflights13"));
        Files.createDirectories(root.resolve("docker/airflow/dags"));
        Files.writeString(root.resolve("docker/airflow/dags/a.py"), "");
        try (var files = Files.list(REAL.resolve("data/nycflights13"))) {
            for (var file : files.toList()) {
                Files.writeString(data.resolve(String.valueOf(file.getFileName())), "");
            }
        }
    }

    private StackException missing() {
        var thrown = catchThrowableOfType(StackException.class, () -> new YearFiles(root).require());
        assertThat(thrown.problem()).isEqualTo(Problem.DATA_MISSING);
        return thrown;
    }

    private StackException closed() {
        var thrown = catchThrowableOfType(StackException.class, () -> new OpenFolders(root).require());
        assertThat(thrown.problem()).isEqualTo(Problem.MOUNT_CLOSED);
        return thrown;
    }

    private void mode(String file, String mode) throws IOException {
        Files.setPosixFilePermissions(root.resolve(file), PosixFilePermissions.fromString(mode));
    }

    @Test
    void the_files_of_the_repository_are_the_year() {
        assertThatCode(() -> new YearFiles(root).require()).doesNotThrowAnyException();
        assertThatCode(() -> new YearFiles(REAL).require()).doesNotThrowAnyException();
    }

    @Test
    void a_missing_file_is_named_with_the_command_that_brings_it_back() throws IOException {
        Files.delete(data.resolve("airlines.csv"));
        assertThat(missing()).hasMessageContaining("data/nycflights13/airlines.csv is not there.");
        assertThat(missing().next()).endsWith("git checkout -- data/nycflights13/airlines.csv");
    }

    @Test
    void of_several_the_first_is_named_and_the_others_are_counted() throws IOException {
        Files.delete(data.resolve("weather-2013-12.csv.gz"));
        Files.delete(data.resolve("flights-2013-03.csv.gz"));
        assertThat(missing()).hasMessageContaining("flights-2013-03.csv.gz is not there, and 1 more.");
        assertThat(missing().next()).endsWith("git checkout -- data/nycflights13");
    }

    @Test
    void a_dead_link_and_one_out_of_the_folder_are_named_with_their_aim() throws IOException {
        var file = data.resolve("planes.csv");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("gone.csv"));
        assertThat(missing()).hasMessageContaining("planes.csv is a link to gone.csv, which is not there");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("../planes.csv"));
        Files.writeString(root.resolve("data/planes.csv"), "");
        assertThat(missing())
                .hasMessageContaining("planes.csv is a link to ../planes.csv, which the container does not");
    }

    @Test
    void a_link_within_the_folder_is_fine() throws IOException {
        Files.move(data.resolve("planes.csv"), data.resolve("planes-of-2013.csv"));
        Files.createSymbolicLink(data.resolve("planes.csv"), Path.of("planes-of-2013.csv"));
        assertThatCode(() -> new YearFiles(root).require()).doesNotThrowAnyException();
    }

    @Test
    void what_everybody_can_read_is_open() {
        assertThatCode(() -> new OpenFolders(root).require()).doesNotThrowAnyException();
    }

    @Test
    void a_closed_folder_or_file_is_named_with_the_command_that_opens_it() throws IOException {
        mode("data/nycflights13/airports.csv", "rw-------");
        assertThat(closed()).hasMessageContaining("data/nycflights13/airports.csv cannot be read by other users");
        assertThat(closed().next()).isEqualTo("chmod -R go+rX data/nycflights13");
        mode("docker/airflow/dags", "rwx------");
        assertThat(closed().next()).isEqualTo("chmod -R go+rX data/nycflights13 docker/airflow/dags");
        new ProcessRunner().run(Call.of("sh", "-c", closed().next()).in(root)).orThrow();
        assertThatCode(() -> new OpenFolders(root).require()).doesNotThrowAnyException();
    }
}
