package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.SavedTar;
import dev.datastack.cli.docker.SavedImages.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The history is that of a real image: a base of one layer, then steps of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageReadingTest {
    private static final String HISTORY = """
            {"history": [
              {"created_by": "COPY keys /etc/keys # buildkit"},
              {"created_by": "ENV A=1", "empty_layer": true},
              {"created_by": "WORKDIR /app"},
              {"created_by": "COPY /out/page.py /app/ # buildkit"},
              {"created_by": "RUN /bin/sh -c true # buildkit", "empty_layer": true},
              {"created_by": "COPY settings.txt /app/ # buildkit"},
              {"created_by": "USER 1000", "empty_layer": true}]}""";
    private static final BuildStep TAKEN = new BuildStep("COPY --from=build /out/page.py /app/");

    private static LayerNotes notes(byte[] blob) throws IOException {
        return LayerNotes.of(new ByteArrayInputStream(blob));
    }

    private static ImageReading reading() throws IOException {
        var image = new Found<>(
                notes(HISTORY.getBytes(StandardCharsets.UTF_8)),
                List.of(
                        notes(SavedTar.layer("root/password.txt", "of-the-base")),
                        notes(new byte[1024]),
                        notes(SavedTar.layer("app/page.py", "print('page')")),
                        notes(SavedTar.layer("app/settings.txt", "password=letmein"))));
        return ImageReading.of(
                image,
                List.of(
                        new BuildStep("WORKDIR /app"),
                        TAKEN,
                        new BuildStep("RUN true"),
                        new BuildStep("COPY settings.txt /app/")));
    }

    @Test
    void each_step_has_the_layer_that_it_made() throws IOException {
        assertThat(reading().of(TAKEN)).hasValueSatisfying(layer -> {
            assertThat(layer.program()).isTrue();
            assertThat(layer.bytes()).isEqualTo(13);
        });
        assertThat(reading().of(new BuildStep("RUN true"))).isEmpty();
    }

    @Test
    void a_secret_of_the_base_is_not_the_project_s_own() throws IOException {
        assertThat(reading().secrets()).containsExactly("/app/settings.txt");
    }

    @Test
    void an_empty_file_is_no_program_whatever_it_is_called() throws IOException {
        assertThat(notes(SavedTar.layer("ok.py", "")).program()).isFalse();
        assertThat(notes(SavedTar.layer("ok", "some text")).program()).isFalse();
        assertThat(notes(SavedTar.layer("ok", "#!/bin/sh\n")).program()).isTrue();
    }
}
