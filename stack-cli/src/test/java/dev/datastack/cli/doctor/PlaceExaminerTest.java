package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.doctor.machine.Disk;
import dev.datastack.cli.doctor.machine.PlaceExaminer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaceExaminerTest {
    private static final long ENOUGH = 1L << 40;

    @TempDir
    private Path root;

    private static List<Cause> causes(Path root, String type, long usable) {
        var findings = new Findings();
        new PlaceExaminer(root, folder -> new Disk(type, usable)).examine(findings);
        return findings.all().stream().map(Finding::cause).toList();
    }

    @Test
    void a_folder_of_this_machine_s_own_disk_is_fine() {
        assertThat(causes(root, "ext4", ENOUGH)).isEmpty();
        assertThat(causes(Path.of("/mnt/d/kit"), "ext4", ENOUGH))
                .as("a disk of Linux")
                .isEmpty();
    }

    @Test
    void windows_drives_and_shares_are_told_apart() {
        assertThat(causes(Path.of("/mnt/c/Users/me/kit"), "9p", ENOUGH)).containsExactly(Cause.CLONE_ON_WINDOWS_DRIVE);
        assertThat(causes(Path.of("/home/me/share"), "cifs", ENOUGH)).containsExactly(Cause.CLONE_ON_SLOW_MOUNT);
    }

    @Test
    void a_disk_without_room_is_named_with_what_is_left() {
        assertThat(causes(root, "ext4", 100 << 20)).containsExactly(Cause.CLONE_DISK_FULL);
    }

    @Test
    void a_file_system_where_two_spellings_are_one_file() throws IOException {
        Files.createFile(root.resolve("DOCKER-COMPOSE.YML"));
        assertThat(causes(root, "apfs", ENOUGH)).containsExactly(Cause.CLONE_IGNORES_CASE);
    }
}
