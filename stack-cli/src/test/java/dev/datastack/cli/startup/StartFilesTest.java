package dev.datastack.cli.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartFilesTest {
    @TempDir
    private Path root;

    private final List<String> warnings = new ArrayList<>();

    private StartFiles files() {
        return new StartFiles(root);
    }

    private List<StartRecord> newest(int count) {
        return files().newest(count, warnings::add);
    }

    private Path write(String name, String content) throws IOException {
        var folder = Files.createDirectories(root.resolve(StartFiles.FOLDER));
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void what_is_kept_is_read_again_to_the_last_fact() throws IOException {
        for (var start : List.of(SampleStarts.whole(), SampleStarts.failed(), SampleStarts.unchanged())) {
            files().keep(start);
            assertThat(newest(1)).containsExactly(start);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void before_the_first_start_there_is_none() {
        assertThat(newest(5)).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void the_newest_come_first_and_more_than_twenty_are_not_kept() throws IOException {
        for (int i = 0; i < 23; i++) {
            files().keep(SampleStarts.whole(SampleStarts.BEGAN.minusSeconds(100L * i)));
        }
        assertThat(newest(100)).hasSize(20);
        assertThat(newest(1)).containsExactly(SampleStarts.whole());
        try (var left = Files.list(root.resolve(StartFiles.FOLDER))) {
            assertThat(left).allMatch(file -> file.toString().endsWith(".json"));
        }
    }

    @Test
    void a_damaged_or_foreign_file_is_passed_over_and_named() throws IOException {
        files().keep(SampleStarts.whole());
        var kept = Files.readString(root.resolve(StartFiles.FOLDER).resolve(StartFiles.name(SampleStarts.BEGAN)));
        write("90000101-1.json", kept.substring(0, kept.length() / 2));
        write("90000101-2.json", "{\"marks\":{}}");
        write("90000101-3.json", kept.replace("\"READY\"", "\"WELL\""));
        write("90000101-4.json", kept.replace("\"ended\" : \"2026", "\"ended\" : \"2025"));
        write("90000101-5.json", kept.replace("\"format\" : 1", "\"format\" : 99"));
        write("90000101-6.json", "{\"format\":1}");
        write("90000101-7.json", "null");
        write("90000101-8.json", "[1]");
        write("90000101-9.json", kept.replace("2026-01-01T10:00:20Z", "+1000000000-12-31T23:59:59Z"));
        assertThat(newest(5)).containsExactly(SampleStarts.whole());
        assertThat(warnings).hasSize(9).allMatch(line -> line.contains(root + "/" + StartFiles.FOLDER + "/90000101-"));
        assertThat(warnings).anyMatch(line -> line.contains("-5.json is of a newer version"));
        assertThat(warnings).anyMatch(line -> line.contains("-1.json is damaged"));
    }

    @Test
    void half_a_file_under_another_name_is_none() throws IOException {
        write("start123.new", "{");
        assertThat(newest(5)).isEmpty();
        assertThat(warnings).isEmpty();
    }
}
