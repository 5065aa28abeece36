package dev.datastack.acceptance.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** {@code stack explain images} against what the engine says of itself. */
@NeedsEngine
class ImagesExplainedIT {
    @Test
    void the_layers_of_an_image_add_up_to_the_files_that_are_in_them(RunningStack stack) {
        var project = stack.healthy();
        var finished = StackCommand.run(project.shell(), "explain", "images", "--json");
        assertThat(finished.exitCode()).as(finished.errText()).isZero();
        var set = JsonMapper.shared().readTree(finished.outText());
        assertThat(set.path("images")).hasSize(BuiltImages.of(project).names().size());
        for (var image : set.path("images")) {
            var name = image.path("image").asString();
            var engine = BuiltImages.inspect(project.shell(), name);
            long sum = 0;
            for (var layer : image.path("layers")) {
                sum += layer.path("size").asLong();
            }
            assertThat(image.path("size").asLong()).as(name).isEqualTo(sum);
            assertThat(image.path("layers")).hasSize(BuiltImages.layers(engine).size());
            // The engine counts the same files, in the containerd store by the blocks that they take.
            assertThat(history(project.shell(), name)).as(name).isBetween(sum, sum + sum / 4);
        }
    }

    private static long history(Shell shell, String image) {
        return shell.output("docker", "history", "--human=false", "--format", "{{.Size}}", image)
                .lines()
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Test
    void the_text_names_what_a_build_stage_left_behind(RunningStack stack) {
        var finished = StackCommand.run(stack.healthy().shell(), "explain", "images");
        assertThat(finished.exitCode()).as(finished.errText()).isZero();
        assertThat(finished.outText()).contains("Each layer counted once they are", "what stayed behind", " wrote ");
    }
}
