package dev.datastack.acceptance.confinement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@NeedsEngine
class PublishedPortsIT {
    @Test
    void three_ports_are_published_on_this_machine_alone(RunningStack stack) {
        var project = stack.healthy();
        var published = new TreeSet<String>();
        for (var container : project.containers()) {
            container
                    .at("/NetworkSettings/Ports")
                    .forEachEntry((port, bindings) -> bindings.forEach(one -> published.add("%s %s:%s"
                            .formatted(
                                    container.service(),
                                    one.path("HostIp").asString(),
                                    one.path("HostPort").asString()))));
        }
        var ports = project.ports();
        assertThat(published)
                .containsExactly(
                        "airflow-webserver 127.0.0.1:" + ports.airflow(),
                        "pgadmin 127.0.0.1:" + ports.pgadmin(),
                        "postgres 127.0.0.1:" + ports.postgres());
    }
}
