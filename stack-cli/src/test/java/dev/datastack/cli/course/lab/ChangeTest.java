package dev.datastack.cli.course.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.sandbox.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangeTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void a_file() throws Exception {
        Files.writeString(folder.resolve("app.py"), "print(1)\n");
    }

    @Test
    void text_is_appended_and_taken_back() throws Exception {
        var takeBack = new Change("app.py", "print(2)\n", null, null, null).in(new ProjectFiles(folder));
        assertThat(folder.resolve("app.py")).hasContent("print(1)\nprint(2)\n");
        takeBack.run();
        assertThat(folder.resolve("app.py")).hasContent("print(1)\n");
    }

    @Test
    void text_is_replaced_where_it_is_found() {
        new Change("app.py", null, "1", "3", null).in(new ProjectFiles(folder));
        assertThat(folder.resolve("app.py")).hasContent("print(3)\n");
    }

    @Test
    void a_link_that_leads_out_is_not_followed_by_a_change(@TempDir Path elsewhere) throws Exception {
        var precious = Files.writeString(elsewhere.resolve("app.py"), "print(1)\n");
        Files.createSymbolicLink(folder.resolve("linked.py"), precious);
        Files.createSymbolicLink(folder.resolve("cache"), elsewhere);
        Files.createSymbolicLink(folder.resolve("nowhere"), elsewhere.resolve("none"));
        for (var change : List.of(
                new Change("linked.py", "x", null, null, null),
                new Change("cache/app.py", "x", null, null, null),
                new Change("cache/new.sql", null, null, null, "rows"),
                new Change("nowhere", null, null, null, "rows"))) {
            assertThatThrownBy(() -> change.in(new ProjectFiles(folder)))
                    .hasMessageContaining("leads out of the folder");
        }
        assertThat(elsewhere).isDirectoryContaining("glob:**app.py").isDirectoryNotContaining("glob:**n*");
        assertThat(precious).hasContent("print(1)\n");
    }

    @Test
    void what_the_learner_removed_is_said() {
        assertThatThrownBy(() -> new Change("app.py", null, "print(9)", "", null).in(new ProjectFiles(folder)))
                .isInstanceOf(LabException.class)
                .hasMessage("the file app.py no longer has 'print(9)', which the check changes: put it back");
        assertThatThrownBy(() -> new Change("gone.py", "x", null, null, null).in(new ProjectFiles(folder)))
                .hasMessage("the file gone.py is gone; the check changes it, so put it back");
    }

    @Test
    void a_file_is_made_and_taken_back() throws Exception {
        var takeBack = new Change("cache/dump.sql", null, null, null, "rows\n").in(new ProjectFiles(folder));
        assertThat(folder.resolve("cache/dump.sql")).hasContent("rows\n");
        takeBack.run();
        assertThat(folder.resolve("cache/dump.sql")).doesNotExist();
    }

    @Test
    void a_file_of_the_learner_is_not_made_anew() {
        assertThatThrownBy(() -> new Change("app.py", null, null, null, "rows").in(new ProjectFiles(folder)))
                .hasMessage("the file app.py is there already, and the check makes it");
        assertThat(folder.resolve("app.py")).hasContent("print(1)\n");
    }
}
