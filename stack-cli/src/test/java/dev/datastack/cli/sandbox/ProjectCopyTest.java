package dev.datastack.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links and pipes are made as Unix has them")
class ProjectCopyTest {
    @TempDir
    private Path folder;

    private Path project;
    private Path copy;

    @BeforeEach
    void a_project_and_a_witness_beside_it() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        copy = folder.resolve("copy");
        Files.createDirectories(folder.resolve("witness/sub"));
        Files.writeString(folder.resolve("witness/sub/rows"), "precious");
    }

    private List<String> copied() {
        return ProjectCopy.copy(project, copy, Bounds.USUAL).stream()
                .map(LeftOut::sentence)
                .sorted()
                .toList();
    }

    private static void pipe(Path path) {
        new ProcessRunner().run(Call.of("mkfifo", path.toString())).orThrow();
    }

    @Test
    void a_link_that_leads_out_is_left_out_whichever_way_it_does() throws IOException {
        Files.createSymbolicLink(project.resolve("absolute"), folder.resolve("witness"));
        Files.createSymbolicLink(project.resolve("relative"), Path.of("../witness"));
        Files.createDirectories(project.resolve("deep/er"));
        Files.createSymbolicLink(project.resolve("deep/er/chain"), Path.of("../up/witness"));
        Files.createSymbolicLink(project.resolve("deep/up"), Path.of("../.."));
        Files.createSymbolicLink(
                project.resolve("back"), project.resolve("deep").toAbsolutePath());
        assertThat(copied())
                .containsExactly(
                        "absolute is a link that leads out of the folder",
                        "back is a link that leads out of the folder",
                        "deep/er/chain is a link that leads out of the folder",
                        "deep/up is a link that leads out of the folder",
                        "relative is a link that leads out of the folder");
        assertThat(copy.resolve("deep/er")).isEmptyDirectory();
    }

    @Test
    void a_link_that_stays_inside_stays_a_link() throws IOException {
        Files.writeString(project.resolve("README.md"), "read me");
        Files.createSymbolicLink(project.resolve("LIESMICH.md"), Path.of("README.md"));
        assertThat(copied()).isEmpty();
        assertThat(copy.resolve("LIESMICH.md")).isSymbolicLink().hasContent("read me");
        Files.writeString(copy.resolve("LIESMICH.md"), "changed");
        assertThat(project.resolve("README.md")).hasContent("read me");
    }

    @Test
    void what_leads_nowhere_or_round_and_what_is_no_file_is_left_out_by_name() throws IOException {
        Files.createSymbolicLink(project.resolve("nowhere"), Path.of("gone"));
        Files.createSymbolicLink(project.resolve("round"), Path.of("round"));
        pipe(project.resolve("capstone.properties"));
        assertThat(copied())
                .containsExactly(
                        "capstone.properties is neither a file nor a folder",
                        "nowhere is a link that leads nowhere",
                        "round is a link that leads nowhere");
    }

    @Test
    void a_name_with_control_characters_is_shown_escaped() throws IOException {
        pipe(project.resolve("red\u001b[31m\nline"));
        assertThat(copied()).containsExactly("red\\x1b[31m\\x0aline is neither a file nor a folder");
    }

    @Test
    void a_sparse_file_counts_with_the_bytes_that_a_copy_would_have() throws IOException {
        try (var file = new RandomAccessFile(project.resolve("sparse").toFile(), "rw")) {
            file.setLength(4_000_000_000L);
        }
        assertThatThrownBy(this::copied)
                .isInstanceOf(SandboxException.class)
                .hasMessage("its folder is too large: at most 2,000 MB in 100,000 files are taken");
        assertThat(Files.exists(copy.resolve("sparse"))).isFalse();
    }

    @Test
    void permissions_stay_but_the_owner_can_always_remove_the_copy() throws IOException {
        var closed = Files.createDirectories(project.resolve("closed"));
        Files.writeString(closed.resolve("run.sh"), "");
        Files.setPosixFilePermissions(closed.resolve("run.sh"), PosixFilePermissions.fromString("r-xr-x---"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xrwx"));
        assertThat(copied()).isEmpty();
        assertThat(mode(copy.resolve("closed/run.sh"))).isEqualTo("rwxr-x---");
        assertThat(mode(copy.resolve("closed"))).isEqualTo("rwxr-xrwx");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void removing_a_copy_takes_links_away_and_not_what_they_lead_to() throws IOException {
        Files.writeString(project.resolve("a"), "");
        copied();
        // A container can make what the copy did not take.
        Files.createSymbolicLink(copy.resolve("out"), folder.resolve("witness"));
        var closed = Files.createDirectories(copy.resolve("closed/inner"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assertThat(Trees.delete(copy)).isTrue();
        assertThat(copy).doesNotExist();
        assertThat(folder.resolve("witness/sub/rows")).hasContent("precious");
    }
}
