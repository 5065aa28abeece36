package dev.datastack.cli.doctor.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.ContainerJson;
import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NetworkExaminerTest {
    private final FakeRunner docker = new FakeRunner();

    private static Demands wants(String service) {
        return new Demands(service, 0, 0, List.of("p_backend"), "");
    }

    private static Container in(String network, String service) {
        return ContainerJson.parse("""
                {"Config": {"Labels": {"com.docker.compose.service": "%s"}},
                 "NetworkSettings": {"Networks": {"%s": {}}}}""".formatted(service, network));
    }

    private List<Finding> found(Container... running) {
        var findings = new Findings();
        new NetworkExaminer(
                        new Compose(docker, Path.of(".")), List.of(wants("postgres"), wants("etl")), List.of(running))
                .examine(findings);
        return findings.all();
    }

    @Test
    void a_database_that_has_left_its_network_is_the_one_finding() {
        docker.fails("getent hosts postgres", 2, "");
        assertThat(found(in("bridge", "postgres"), in("p_backend", "etl")))
                .extracting(finding -> finding.cause().id() + ": " + finding.cure())
                .containsExactly("network-left: docker compose up -d --force-recreate --no-deps postgres");
    }

    @Test
    void a_name_that_is_missing_in_a_shared_network_is_made_again_with_the_containers() {
        docker.fails("getent hosts postgres", 2, "");
        assertThat(found(in("p_backend", "postgres"), in("p_backend", "etl")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cause().id()).isEqualTo("name-unresolved"))
                .satisfies(finding -> assertThat(finding.cure())
                        .endsWith("docker compose up -d --force-recreate --no-deps postgres etl"));
    }

    @Test
    void containers_that_find_each_other_are_no_finding() {
        docker.says("getent hosts postgres", "172.18.0.2 postgres");
        assertThat(found(in("p_backend", "postgres"), in("p_backend", "etl"))).isEmpty();
    }
}
