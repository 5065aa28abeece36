package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static Stages of(String text, List<String> log) {
        return Stages.of(new BuildFile(text, Map.of(), Set.of()), log);
    }

    @Test
    void two_stages_of_which_one_takes_from_the_other_are_both_used() {
        var stages = of(
                TWO,
                List.of(
                        "#5 [builder 1/2] FROM datastack.local/python:3.13-slim-trixie",
                        "#5 CACHED",
                        "#6 [builder 2/2] RUN make",
                        "#7 [stage-1 2/2] COPY --from=builder /x /x"));
        assertThat(stages.words()).isEqualTo("2 stages (builder, stage-1)");
        assertThat(stages.takings()).extracting(BuildStep::destination).containsExactly("/x");
        assertThat(stages.isFromWork(stages.takings().get(0))).isTrue();
    }

    @Test
    void the_steps_of_another_image_in_the_log_do_not_count() {
        var log = List.of(
                "#8 [pgadmin build 1/6] FROM debian:trixie-slim",
                "#31 [agent build  2/10] RUN cc",
                "#35 [agent stage-1 1/1] COPY --from=build --link /healthcheck /healthcheck",
                "#40 [pgadmin 2/2] COPY . /app");
        assertThat(of("FROM python\nCOPY . /app\n", log).words()).isEqualTo("one stage");
    }

    @Test
    void a_stage_that_no_image_needs_is_not_built_and_does_not_count() {
        var stages = of("FROM a AS decoy\nRUN true\nFROM b\nCOPY . /app\n", List.of("#6 [stage-1 2/2] COPY . /app"));
        assertThat(stages.words()).isEqualTo("one stage");
    }

    @Test
    void two_stages_on_top_of_each_other_hand_nothing_over_and_are_one_image() {
        var stages = of(
                "FROM x AS base\nRUN a\nFROM base\nRUN b\n", List.of("#5 [base 2/2] RUN a", "#6 [stage-1 1/1] RUN b"));
        assertThat(stages.takings()).isEmpty();
        assertThat(stages.ofImage()).extracting(BuildStep::text).containsExactly("RUN a", "RUN b");
    }

    @Test
    void files_from_another_image_are_not_from_a_stage() {
        var log = List.of("#5 [base 2/2] RUN a", "#6 [stage-1 1/1] COPY --from=agent /h /h");
        assertThat(of("FROM x AS base\nRUN a\nFROM base\nCOPY --from=agent /h /h\n", log)
                        .takings())
                .isEmpty();
    }

    @Test
    void a_stage_may_be_called_by_its_number_and_its_steps_may_come_in_any_order() {
        var log = List.of(
                "#7 [stage-1 3/3] COPY --from=0 /x /x",
                "#6 [stage-0 2/2] RUN make",
                "#6 [stage-1 2/3] WORKDIR /x",
                "#6 [stage-0 2/2] RUN make");
        var stages = of("FROM a\nRUN make\nFROM b\nWORKDIR /x\nCOPY --from=0 /x /x\n", log);
        assertThat(stages.takings()).hasSize(1);
        assertThat(stages.ofImage())
                .extracting(BuildStep::kind)
                .containsExactly(BuildStep.Kind.WORKDIR, BuildStep.Kind.COPY);
    }

    @Test
    void what_is_done_for_a_service_called_like_a_stage_is_no_step_of_the_stage() {
        var log = List.of("#1 [build internal] load build context", "#2 [web stage-1 2/2] COPY . /app");
        assertThat(of("FROM a AS build\nRUN x\nFROM b\nCOPY . /app\n", log).words())
                .isEqualTo("one stage");
    }

    @Test
    void sql_in_a_dockerfile_is_no_stage() {
        var stages = of(
                "FROM a AS build\nCOPY <<END /x.sql\nSELECT 1\nFROM flights\nEND\nRUN make\nFROM b\nCOPY --from=build /x /x\n",
                List.of("#5 [build 3/3] RUN make", "#6 [stage-1 2/2] COPY --from=build /x /x"));
        assertThat(stages.words()).isEqualTo("2 stages (build, stage-1)");
    }

    /** As BuildKit 0.29 prints it where another build has just done the same. */
    @Test
    void steps_that_were_in_the_cache_and_not_printed_count_as_well() {
        var stages = of(
                "FROM python AS builder\nWORKDIR /build\nCOPY . .\nRUN make\nFROM python\nCOPY --from=builder /x /x\n",
                List.of("#5 [builder 1/4] FROM python", "#7 [stage-1 2/2] COPY --from=builder /x /x", "#7 CACHED"));
        assertThat(stages.words()).isEqualTo("2 stages (builder, stage-1)");
        assertThat(stages.isFromWork(stages.takings().get(0))).isTrue();
    }

    @Test
    void a_stage_of_which_nothing_was_printed_counts_where_the_image_takes_from_it() {
        var text = "FROM %s AS builder\nENV A=b\nRUN make\nFROM python\nCOPY --from=builder /x /x\n";
        var log = List.of("#7 [stage-1 2/2] COPY --from=builder /x /x", "#7 CACHED");
        for (var base : List.of("golang", "scratch")) {
            var stages = of(text.formatted(base), log);
            assertThat(stages.words()).isEqualTo("2 stages (builder, stage-1)");
            assertThat(stages.isFromWork(stages.takings().get(0))).isTrue();
        }
    }

    @Test
    void a_base_that_a_build_argument_names_may_be_a_stage() {
        var file = new BuildFile(
                "ARG KIND=plain\nFROM a AS plain\nFROM b AS full\nRUN make\nFROM ${KIND}\nCOPY . /app\n",
                Map.of("KIND", "full"),
                Set.of());
        var stages = Stages.of(file, List.of("#7 [stage-2 1/1] COPY . /app"));
        assertThat(stages.words()).isEqualTo("2 stages (full, stage-2)");
    }

    @Test
    void an_additional_context_stands_in_for_the_stage_of_its_name() {
        var file = new BuildFile(
                "FROM a AS builder\nRUN make\nFROM b\nCOPY --from=builder /x /x\n", Map.of(), Set.of("builder"));
        var stages = Stages.of(file, List.of("#7 [stage-1 2/2] COPY --from=builder /x /x"));
        assertThat(stages.words()).isEqualTo("one stage");
        assertThat(stages.takings()).isEmpty();
    }
}
