package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Where the jar comes from: {@code JAR} chooses a stage. What {@code inside} makes: {@link JarInsideIT}. */
@NeedsEngine
@ExtendWith(EtlImages.Given.class)
class JarStagesIT {
    @ParameterizedTest
    @CsvSource({"etl-service, jars", "healthcheck-agent, c"})
    void both_stages_are_there(String image, String stage) {
        var told = Shell.in(Repository.root())
                .line("docker buildx build --quiet --call=targets,format=json --file docker/" + image
                        + "/Dockerfile .");
        var targets = JsonMapper.shared().readTree(told).path("targets");
        assertThat(StreamSupport.stream(targets.spliterator(), false)
                        .map(target -> target.path("name").asString()))
                .contains(stage + "-outside", stage + "-inside", stage);
    }

    @Test
    void the_default_takes_what_maven_made_and_compiles_nothing(EtlImages images) {
        assertThat(images.buildLog())
                .contains("jars-outside 1/1] COPY etl-service/target/etl-service.jar", "c-outside 1/1] COPY target/c")
                .doesNotContain("compiled 1/", "maven.sh");
    }
}
