package dev.datastack.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectFilesTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private ProjectFiles files() {
        return new ProjectFiles(folder);
    }

    @BeforeEach
    void a_project_with_links() throws IOException {
        Files.writeString(folder.resolve("inside"), "ours");
        Files.writeString(elsewhere.resolve("outside"), "theirs");
        Files.createSymbolicLink(folder.resolve("to-inside"), Path.of("inside"));
        Files.createSymbolicLink(folder.resolve("to-outside"), elsewhere.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("folder-outside"), elsewhere);
    }

    @Test
    void what_lies_inside_is_read_through_a_link_too() throws IOException {
        assertThat(files().text("inside")).isEqualTo("ours");
        assertThat(files().text("to-inside")).isEqualTo("ours");
        assertThat(files().top()).containsExactly("inside", "to-inside");
    }

    @Test
    void nothing_outside_is_read_written_or_deleted() throws IOException {
        for (var path :
                new String[] {"to-outside", "folder-outside/outside", "../" + elsewhere.getFileName() + "/outside"}) {
            assertThatThrownBy(() -> files().text(path)).hasMessageContaining("leads out");
            assertThatThrownBy(() -> files().write(path, "x")).hasMessageContaining("leads out");
            assertThat(files().has(path)).isFalse();
        }
        assertThatThrownBy(() -> files().delete("folder-outside/outside")).hasMessageContaining("leads out");
        files().delete("to-outside");
        assertThat(folder.resolve("to-outside")).doesNotExist();
        assertThat(elsewhere.resolve("outside")).hasContent("theirs");
    }

    @Test
    void a_folder_and_what_is_larger_than_a_text_are_no_text() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("large"), new byte[(8 << 20) + 1]);
        assertThatThrownBy(() -> files().text("folder")).hasMessageContaining("is no file");
        assertThatThrownBy(() -> files().text("large")).hasMessageContaining("larger than");
    }

    @Test
    void a_list_of_all_follows_no_link() {
        assertThat(files().all())
                .extracting(Path::toString)
                .containsExactly("folder-outside", "inside", "to-inside", "to-outside");
    }
}
