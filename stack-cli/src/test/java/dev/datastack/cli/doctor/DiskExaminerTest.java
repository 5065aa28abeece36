package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.doctor.engine.DiskExaminer;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.doctor.machine.Disk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiskExaminerTest {
    @TempDir
    private Path folder;

    private static List<Cause> causes(Path folder, long usable) {
        return causes(folder, usable, 19);
    }

    private static List<Cause> causes(Path folder, long usable, int cache) {
        var df = "[{\"Size\":\"" + cache + "GB\"}]";
        var images = new ImageStore(new FakeRunner().says("docker system df", df));
        var findings = new Findings();
        new DiskExaminer(images, folder, there -> new Disk("ext4", usable)).examine(findings);
        return findings.all().stream().map(Finding::cause).toList();
    }

    @Test
    void a_disk_with_little_room_for_images_is_found() {
        assertThat(causes(folder, 4L << 30)).containsExactly(Cause.ENGINE_DISK_LOW);
        assertThat(causes(folder, 6L << 30)).isEmpty();
    }

    @Test
    void a_large_build_cache_is_found_where_less_than_that_is_left_or_nobody_knows_how_much() {
        assertThat(causes(folder, 25L << 30, 30)).containsExactly(Cause.BUILD_CACHE_LARGE);
        assertThat(causes(folder, 60L << 30, 30)).isEmpty();
        assertThat(causes(folder.resolve("not-here"), 0, 30)).containsExactly(Cause.BUILD_CACHE_LARGE);
    }

    @Test
    void the_folder_of_an_engine_elsewhere_is_not_judged() {
        assertThat(causes(folder.resolve("not-here"), 0)).isEmpty();
    }
}
