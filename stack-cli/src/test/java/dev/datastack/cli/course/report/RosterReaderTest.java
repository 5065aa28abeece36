package dev.datastack.cli.course.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterReaderTest {
    private static final String PROGRESS = "{\"current\": null, \"marks\": {}}";
    private static final String GRADE =
            "{\"passMark\": 80, \"passed\": false, \"rules\": [{\"id\": \"a\", \"of\": 5, \"points\": %s}]}";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private void file(String name, String text) {
        SampleClass.write(folder.resolve(name), text);
    }

    private Roster read() {
        try {
            return new RosterReader().read(Map.of("here", folder));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String found() {
        return read().submissions().stream()
                .map(one -> one.name()
                        + (one.progress().isPresent() ? " p" : "")
                        + one.grade()
                                .map(grade -> grade.handedIn() ? " own" : " g")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    private String complaint() {
        return read().notRead().stream()
                .map(one -> one.file() + ": " + one.why() + ". " + one.next())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_learner_is_a_clone_or_a_folder_or_files_of_their_name() {
        file("ann/course/progress.json", PROGRESS);
        file("bob/progress.json", PROGRESS);
        file("cat.json", PROGRESS);
        file("cat.grade.json", GRADE.formatted(1));
        file("dan.JSON", GRADE.formatted(1));
        file("eve/grade.json", GRADE.formatted(1));
        file("fay/README.md", "");
        file(".hidden/progress.json", PROGRESS);
        assertThat(found()).isEqualTo("ann p, bob p, cat p g, dan g, eve own, fay");
        assertThat(read().notRead()).isEmpty();
    }

    @Test
    void what_the_instructor_has_comes_before_what_the_learner_has() {
        file("ann/progress.json", PROGRESS);
        file("ann/grade.json", GRADE.formatted(5));
        file("ann.json", GRADE.formatted(1));
        assertThat(found()).isEqualTo("ann p g");
        assertThat(complaint()).isEmpty();
    }

    @Test
    void other_files_are_named_but_not_the_xml_beside_a_grade() {
        file("ann.json", GRADE.formatted(5));
        file("ann.xml", "");
        file("bob.xml", "");
        file("cat.zip", "");
        assertThat(read().otherFiles()).containsExactly("here/bob.xml", "here/cat.zip");
    }

    @Test
    void two_files_of_one_kind_are_said() {
        file("ann.json", GRADE.formatted(5));
        file("ann.grade.json", GRADE.formatted(1));
        assertThat(complaint()).contains("here/ann.json: there is one already, here/ann.grade.json. keep one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ half | it is no JSON: it breaks off or goes wrong in line 1 | ask for the file again",
                "'' | neither a learner's progress nor a grade | take it out",
                "{\"name\": \"lodash\"} | neither a learner's progress nor a grade | take it out",
                "{\"format\": 9, \"marks\": {}} | format 9 of a newer version | git pull",
                "{\"format\": 9, \"rules\": []} | format 9 of a newer version | git pull",
                "{\"marks\": {\"a\": {}}} | looks like progress, but | ask for the file again",
                "{\"rules\": [{\"id\": 1}]} | its rules are not those of 'course grade' | course grade DIR --json",
            })
    void a_bad_file_is_named_with_what_to_do_and_the_others_are_read(String text, String why, String next) {
        file("bad.json", text);
        file("good.json", PROGRESS);
        assertThat(complaint()).startsWith("here/bad.json: ").contains(why, next);
        assertThat(found()).contains("good p");
    }

    @Test
    void a_huge_file_and_deep_json_are_no_trouble_for_the_others() {
        file("big.json", " ".repeat((int) LearnerFile.LONGEST + 1));
        file("deep.json", "[".repeat(100_000));
        file("good.json", PROGRESS);
        assertThat(complaint())
                .contains("here/big.json: it is larger than 1048576 bytes", "here/deep.json: it is no JSON");
        assertThat(found()).contains("good p");
    }

    @Test
    void a_link_that_leads_out_is_not_followed() throws IOException {
        file("ann/progress.json", PROGRESS);
        Files.createDirectories(folder.resolve("bob"));
        Files.createSymbolicLink(folder.resolve("bob/course"), folder.resolve("ann"));
        Files.createSymbolicLink(folder.resolve("cat.json"), folder.resolveSibling("nowhere.json"));
        Files.createSymbolicLink(folder.resolve("dan"), elsewhere);
        assertThat(found()).startsWith("ann p, bob,").doesNotContain("bob p");
        assertThat(complaint())
                .contains("here/bob/course/progress.json: it is a link that leads out")
                .contains("here/cat.json: it is a link that leads out")
                .contains("here/dan: it is a link that leads out");
    }

    @Test
    void a_folder_that_is_not_of_a_class_is_refused() {
        for (int i = 0; i <= RosterReader.MOST_ENTRIES; i++) {
            file("photo" + i + ".png", "");
        }
        assertThatThrownBy(this::read).hasMessageContaining("here has 1001 entries, and 1000 are read at most");
    }

    @Test
    void what_powershell_writes_is_read() throws IOException {
        Files.write(folder.resolve("ann.json"), ("\ufeff" + PROGRESS).getBytes(StandardCharsets.UTF_16LE));
        assertThat(found()).isEqualTo("ann p");
    }

    @Test
    void points_beyond_the_rule_are_not_believed() {
        file("ann.json", GRADE.formatted(1000));
        file("bob.json", GRADE.formatted(-3));
        assertThat(read().submissions())
                .extracting(one -> GradeFacts.of(one.grade().orElseThrow()).score())
                .containsExactly(5, 0);
    }
}
