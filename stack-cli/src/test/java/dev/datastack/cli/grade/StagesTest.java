package dev.datastack.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The logs are those of real builds by Compose 2.40. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StagesTest {
    private static final String TWO = """
            FROM ${BASE_PREFIX}python:3.13 AS Builder
            RUN make
            FROM --platform=$BUILDPLATFORM python:3.13
            COPY --from=builder /x /x
            """;

    @Test
    void two_stages_that_hand_files_over_are_multi_stage() {
        var log = List.of(
                "#5 [builder 1/2] FROM datastack.local/python:3.13-slim-trixie",
                "#5 CACHED",
                "#6 [builder 2/2] RUN make",
                "#7 [stage-1 2/2] COPY --from=builder /x /x");
        var stages = Stages.of(TWO, log);
        assertThat(stages.isMultiStage()).isTrue();
        assertThat(stages.words()).isEqualTo("2 stages (builder, stage-1)");
    }

    @Test
    void the_steps_of_another_image_in_the_log_do_not_count() {
        var log = List.of(
                "#8 [pgadmin build 1/6] FROM debian:trixie-slim",
                "#31 [agent build  2/10] RUN cc",
                "#35 [agent stage-1 1/1] COPY --from=build --link /healthcheck /healthcheck",
                "#40 [pgadmin 2/2] COPY . /app");
        assertThat(Stages.of("FROM python\nCOPY . /app\n", log).words()).isEqualTo("one stage");
    }

    @Test
    void a_stage_that_no_image_needs_is_not_built_and_does_not_count() {
        var log = List.of("#6 [stage-1 2/2] COPY . /app");
        var stages = Stages.of("FROM a AS decoy\nRUN true\nFROM b\nCOPY . /app\n", log);
        assertThat(stages.isMultiStage()).isFalse();
        assertThat(stages.words()).isEqualTo("one stage");
    }

    @Test
    void two_stages_on_top_of_each_other_hand_nothing_over() {
        var log = List.of("#5 [base 2/2] RUN a", "#6 [stage-1 1/1] RUN b");
        var stages = Stages.of("FROM x AS base\nRUN a\nFROM base\nRUN b\n", log);
        assertThat(stages.isMultiStage()).isFalse();
        assertThat(stages.words()).contains("none takes files from another");
    }

    @Test
    void files_from_another_image_are_not_from_a_stage() {
        var log = List.of("#5 [base 2/2] RUN a", "#6 [stage-1 1/1] COPY --from=agent /h /h");
        assertThat(Stages.of("FROM x AS base\nRUN a\nFROM base\nCOPY --from=agent /h /h\n", log)
                        .handsOver())
                .isFalse();
    }
}
