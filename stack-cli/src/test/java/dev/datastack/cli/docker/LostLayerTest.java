package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.Finished;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LostLayerTest {
    /** As Engine 28.5.2 said it. */
    private static final String LOST = "ERROR: failed to build: failed to solve: failed to prepare extraction"
            + " snapshot \"extract-212379904-t4IP sha256:ea72aa\": parent snapshot sha256:f4db4e does not exist";

    private static final String OTHER = "ERROR: failed to solve: \"/report.py\": not found";

    private final List<String> told = new ArrayList<>();
    private final FakeRunner runner = new FakeRunner();

    /** The first answer to a build, and the second: what it complains of, or nothing when it ends well. */
    private Finished build(String first, String second) {
        var answers = new ArrayDeque<>(List.of(first, second));
        runner.on("docker build", call -> {
            var words = answers.remove();
            return FakeRunner.finished(call, words.isEmpty() ? 0 : 1, "", words);
        });
        return LostLayer.retried(runner, Call.of("docker", "build", ".").telling(told::add));
    }

    @Test
    void a_layer_that_the_engine_lost_is_no_reason_to_fail() {
        assertThat(build(LOST, "").well()).isTrue();
        assertThat(told).last().asString().contains("once more");
    }

    @Test
    void a_second_failure_is_told() {
        assertThat(build(LOST, OTHER).errText()).isEqualTo(OTHER);
    }

    @Test
    void a_build_that_failed_for_a_reason_of_its_own_is_not_tried_again() {
        assertThat(build(OTHER, "").errText()).isEqualTo(OTHER);
        assertThat(runner.calls()).hasSize(1);
    }
}
