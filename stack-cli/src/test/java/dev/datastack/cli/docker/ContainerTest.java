package dev.datastack.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContainerTest {
    @Test
    void what_an_answer_does_not_have_is_empty() {
        var container = ContainerJson.parse("{}");
        assertThat(container.id()).isEmpty();
        assertThat(container.state().running()).isFalse();
        assertThat(container.lastProbe()).isEmpty();
        assertThat(container.probe()).isEmpty();
        assertThat(container.service()).isEmpty();
        assertThat(container.comesBack()).isFalse();
        assertThat(container.namelessVolumes()).isEmpty();
        assertThat(container.networkSettings().ports()).isEqualTo(Map.of());
    }

    @Test
    void what_is_null_is_empty() {
        var container = ContainerJson.parse("""
                {"Id": "1", "State": {"Status": "exited", "Health": null}, "Config": {"Labels": null, "Env": null},
                 "Mounts": null, "HostConfig": {"Memory": null, "RestartPolicy": null},
                 "NetworkSettings": {"Ports": {"80/tcp": null}}}""");
        assertThat(container.state().status()).isEqualTo(ContainerState.EXITED);
        assertThat(container.state().health().status()).isEqualTo(ContainerHealth.NONE);
        assertThat(container.hostConfig().memory()).isZero();
        assertThat(container.config().env()).isEqualTo(List.of());
        assertThat(container.networkSettings().ports().get("80/tcp")).isEqualTo(List.of());
    }
}
