package dev.datastack.cli.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.problem.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManifestTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));

    @TempDir
    private Path root;

    @BeforeEach
    void a_course() {
        CourseFixture.in(root);
    }

    private Path manifest() {
        return root.resolve("docs/exercises/exercises.json");
    }

    private void edited(String find, String replace) throws Exception {
        var file = manifest();
        var text = Files.readString(file);
        assertThat(text).contains(find);
        Files.writeString(file, text.replace(find, replace));
    }

    @Test
    void the_course_of_this_clone_and_its_folders_agree() {
        var manifest = Manifest.read(ROOT.resolve("docs/exercises/exercises.json"));
        assertThat(manifest.exercises()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Layout.faults(manifest, ROOT)).isEmpty();
    }

    @Test
    void a_kind_of_check_that_does_not_exist_is_named() throws Exception {
        edited("\"in-image\"", "\"in-imago\"");
        assertThatThrownBy(() -> Manifest.read(manifest()))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("in-imago");
    }

    @Test
    void a_misspelt_or_missing_value_of_a_check_is_named() throws Exception {
        edited("\"path\"", "\"paht\"");
        assertThatThrownBy(() -> Manifest.read(manifest())).hasMessageContaining("paht");
        edited(", \"present\": true", "");
        assertThatThrownBy(() -> Manifest.read(manifest())).hasMessageContaining("present");
    }

    @Test
    void an_exercise_is_found_by_number_and_by_name() {
        var manifest = Manifest.read(manifest());
        assertThat(manifest.exercise("1.2")).isPresent().isEqualTo(manifest.exercise("full"));
        assertThat(manifest.exercise("1.3")).isEmpty();
    }

    @Test
    void a_hint_without_words_is_a_fault() throws Exception {
        edited("\"fill it\"", "\" \"");
        assertThat(faults()).containsExactly("1.2 has an empty hint");
    }

    @Test
    void a_file_that_belongs_to_no_exercise_is_a_fault() {
        CourseFixture.write(root.resolve("docs/exercises/01-boxes/3-lost/Dockerfile"), "FROM scratch\n");
        CourseFixture.write(root.resolve("docs/solutions/notes.txt"), "");
        assertThat(faults())
                .containsExactly(
                        "exercises/01-boxes/3-lost/Dockerfile belongs to no exercise of the manifest",
                        "solutions/notes.txt belongs to no exercise of the manifest");
    }

    @Test
    void an_expected_failure_of_a_check_that_is_not_there_is_a_fault() throws Exception {
        edited("[\"It is full\"]", "[\"It is empty\"]");
        assertThat(faults()).containsExactly("1.2 expects a check to fail that it does not have");
    }

    @Test
    void an_exercise_without_starter_solution_or_heading_is_a_fault() throws Exception {
        edited("A full box", "A very full box");
        Files.delete(root.resolve("docs/exercises/01-boxes/2-full/Dockerfile"));
        Files.delete(root.resolve("docs/solutions/01-boxes/2-full/Dockerfile"));
        assertThat(faults())
                .containsExactly(
                        "01-boxes/README.md lacks the heading '## Exercise 1.2: A very full box'",
                        "1.2 has no starter",
                        "1.2 has no solution");
    }

    private List<String> faults() {
        return Layout.faults(Manifest.read(manifest()), root);
    }
}
