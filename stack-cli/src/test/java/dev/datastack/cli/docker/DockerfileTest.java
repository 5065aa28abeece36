package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.Dockerfile.Stage;
import dev.datastack.cli.docker.Dockerfile.Step;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DockerfileTest {
    private static final String TWO_WAYS = """
            ARG BASE_PREFIX=
            ARG JAR=outside
            FROM ${BASE_PREFIX}jdk:25 AS jar-outside
            COPY app.jar /
            FROM ${BASE_PREFIX}maven:3 AS jar-inside
            RUN --mount=type=cache,target=/root/.m2 \\
                # compiled here
                mvn package
            FROM jar-${JAR} AS jar
            FROM ${BASE_PREFIX}debian:slim AS unused
            FROM ${BASE_PREFIX}debian:slim
            COPY --link --from=jar /app.jar /app/
            COPY --from=agent /healthcheck /
            """;

    private static Dockerfile parsed(Map<String, String> arguments) {
        return Dockerfile.parse(TWO_WAYS, arguments);
    }

    @Test
    void stages_that_the_image_needs_are_left_behind_and_others_are_not_even_built() {
        assertThat(parsed(Map.of()).leftBehind("")).extracting(Stage::name).containsExactly("jar-outside", "jar");
    }

    @Test
    void a_build_argument_chooses_the_stage() {
        assertThat(parsed(Map.of("JAR", "inside")).leftBehind(""))
                .extracting(Stage::name)
                .containsExactly("jar-inside", "jar");
    }

    @Test
    void a_stage_that_the_image_is_built_from_is_shipped() {
        var dockerfile = Dockerfile.parse("FROM a AS image\nRUN x\nFROM image AS test\nRUN y\nFROM image\n", Map.of());
        assertThat(dockerfile.shipped("")).extracting(Stage::name).containsExactly("stage-2", "image");
        assertThat(dockerfile.shipped("test")).extracting(Stage::name).containsExactly("test", "image");
        assertThat(dockerfile.leftBehind("")).isEmpty();
    }

    @Test
    void a_continued_line_is_one_instruction_and_comments_between_are_none_of_it() {
        var run = parsed(Map.of()).stage("jar-inside").orElseThrow().steps().get(0);
        assertThat(run.text()).isEqualTo("RUN --mount=type=cache,target=/root/.m2 mvn package");
        assertThat(run.plain()).isEqualTo("RUN mvn package");
    }

    @Test
    void a_copy_is_compared_as_the_history_writes_it() {
        var step = Step.of("COPY --link --chmod=755 --from=x /a /b", name -> name);
        assertThat(step.plain()).isEqualTo("COPY --chmod=755 /a /b");
        assertThat(step.from()).contains("x");
    }

    @Test
    void a_stage_called_like_the_image_that_it_stands_on_is_not_built_from_itself() {
        var dockerfile = Dockerfile.parse("FROM debian AS debian\nRUN x\nFROM debian\n", Map.of());
        assertThat(dockerfile.shipped("")).extracting(Stage::name).containsExactly("stage-1", "debian");
    }

    @Test
    void a_text_behind_an_instruction_has_no_instructions_of_its_own() {
        var dockerfile = Dockerfile.parse("""
                FROM a
                COPY <<-"END" /flights.sql
                SELECT day
                FROM flights
                END
                RUN y
                """, Map.of());
        assertThat(dockerfile.stages()).hasSize(1);
        assertThat(dockerfile.stages().get(0).steps())
                .extracting(Step::text)
                .containsExactly("COPY <<-\"END\" /flights.sql", "RUN y");
    }

    @Test
    void a_file_may_choose_the_backtick_to_continue_its_lines() {
        var dockerfile = Dockerfile.parse(
                "# syntax=docker/dockerfile:1\n# escape=`\nFROM a\nCOPY x C:\\\nRUN a `\n b\n", Map.of());
        assertThat(dockerfile.stages().get(0).steps()).extracting(Step::text).containsExactly("COPY x C:\\", "RUN a b");
    }

    @Test
    void a_stage_is_known_in_any_case_and_by_its_number() {
        var dockerfile = Dockerfile.parse("FROM a AS Tools\nFROM --platform=$X b\n", Map.of());
        assertThat(dockerfile.stage("TOOLS")).isEqualTo(dockerfile.stage("0"));
        assertThat(dockerfile.stage("1")).map(Stage::name).contains("stage-1");
    }

    @Test
    void a_variable_whose_value_has_a_variable_is_filled_in_twice_and_a_dollar_sign_harms_nothing() {
        var stages = Dockerfile.parse("""
                ARG PY=3.13
                ARG BASE=python:${PY}
                ARG ODD=a\\$5
                FROM ${BASE}
                FROM $ODD
                """, Map.of()).stages();
        assertThat(stages.get(0).base()).isEqualTo("python:3.13");
        assertThat(stages).hasSize(2);
    }

    @Test
    void what_looks_like_a_text_behind_a_label_is_none() {
        assertThat(Dockerfile.parse("FROM a\nLABEL doc=\"a <<B c\"\nUSER b\n", Map.of())
                        .stages()
                        .get(0)
                        .steps())
                .hasSize(2);
        assertThat(Dockerfile.parse("FROM a\nCOPY <<EOF>/x\nFROM b\nEOF\n", Map.of())
                        .stages())
                .hasSize(1);
    }
}
