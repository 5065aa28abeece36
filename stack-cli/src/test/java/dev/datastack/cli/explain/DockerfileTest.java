package dev.datastack.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.explain.Dockerfile.Stage;
import dev.datastack.cli.explain.Dockerfile.Step;
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
}
