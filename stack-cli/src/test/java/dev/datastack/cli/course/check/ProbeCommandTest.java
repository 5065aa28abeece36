package dev.datastack.cli.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.ContainerJson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProbeCommandTest {
    private static ProbeCommand of(String config) {
        return ProbeCommand.of(ContainerJson.parse("{\"Config\": " + config + "}"))
                .orElseThrow();
    }

    @Test
    void words_are_run_as_they_are() {
        assertThat(of("{\"Healthcheck\": {\"Test\": [\"CMD\", \"pg_isready\", \"-q\"]}}")
                        .words())
                .endsWith("pg_isready", "-q");
    }

    @Test
    void a_line_is_run_by_the_shell_of_the_image() {
        var line = "\"Healthcheck\": {\"Test\": [\"CMD-SHELL\", \"test -e /ready\"]}";
        assertThat(of("{" + line + "}").words()).endsWith("/bin/sh", "-c", "test -e /ready");
        assertThat(of("{" + line + ", \"Shell\": [\"/bin/bash\", \"-ec\"]}").words())
                .endsWith("/bin/bash", "-ec", "test -e /ready");
    }

    @Test
    void no_check_and_one_that_is_switched_off_have_no_command() {
        assertThat(ProbeCommand.of(ContainerJson.parse("{\"Config\": {}}"))).isEmpty();
        assertThat(ProbeCommand.of(ContainerJson.parse("{\"Config\": {\"Healthcheck\": {\"Test\": [\"NONE\"]}}}")))
                .isEmpty();
    }
}
