package dev.datastack.acceptance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final int MOST_BYTES = 150_000;

    @Test
    void every_picture_that_a_page_shows_is_there() {
        assertThat(Picture.shown())
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(Picture.files()).contains(picture.file()));
    }

    @Test
    void who_does_not_see_a_picture_is_told_in_a_sentence_what_it_shows() {
        assertThat(Picture.shown())
                .allSatisfy(picture -> assertThat(picture.alt().split(" ")).hasSizeGreaterThan(4));
    }

    @Test
    void every_picture_is_shown_somewhere() {
        assertThat(Picture.shown()).extracting(Picture::file).containsAll(Picture.files());
    }

    @Test
    void the_script_makes_every_picture() {
        var script = Repository.read(Repository.root().resolve("docs/pictures/make.sh"));
        assertThat(Picture.files())
                .extracting(file -> file.toString().replaceAll(".*/|\\..*", ""))
                .allSatisfy(name -> assertThat(script).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void a_picture_is_small_and_fetches_nothing() throws IOException {
        for (var file : Picture.files()) {
            var path = Repository.root().resolve(file);
            assertThat(Files.size(path)).as(file.toString()).isLessThanOrEqualTo(MOST_BYTES);
            if (file.toString().endsWith(".svg")) {
                assertThat(Repository.read(path))
                        .as(file.toString())
                        .doesNotContain("<image", "<script", "@import", "href", "url(\"", "url(h");
            }
        }
    }

    @Test
    void a_picture_is_found_from_the_folder_of_its_page() {
        assertThat(Picture.in(Path.of("docs/drills/README.md"), "[![What is seen](../pictures/a.svg)](b.md)"))
                .containsExactly(
                        new Picture(Path.of("docs/drills/README.md"), "What is seen", Path.of("docs/pictures/a.svg")));
    }
}
