package dev.datastack.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IsolationTest {
    private static final JsonNode MODEL = JsonMapper.shared().readTree("""
            {"name": "theirs",
             "services": {
               "a": {"build": {"context": "/copy"}, "image": "fixed/a:1", "container_name": "a-fixed",
                     "pull_policy": "always",
                     "ports": [{"mode": "ingress", "target": 8080, "published": "8080", "protocol": "tcp"}]},
               "b": {"image": "fixed/a:1", "command": ["other"]},
               "c": {"build": {"context": "/copy/c"}},
               "d": {"image": "postgres:17", "pull_policy": "always",
                     "volumes": [{"type": "bind", "source": "/copy/rows", "target": "/var/lib/postgresql/data"},
                                 {"type": "bind", "source": "/copy/init", "target": "/docker-entrypoint-initdb.d"}]}},
             "volumes": {"rows": {"name": "their-rows", "external": true}},
             "networks": {"default": {"name": "theirs_default"}}}""");

    private final Isolation isolation = Isolation.of(MODEL, "grade-1");

    private JsonNode service(String name) {
        return isolation.model().path("services").path(name);
    }

    @Test
    void the_engine_picks_the_ports_and_only_this_machine_gets_in() {
        var port = service("a").path("ports").path(0);
        assertThat(port.has("published")).isFalse();
        assertThat(port.path("host_ip").asString()).isEqualTo("127.0.0.1");
        assertThat(port.path("target").asInt()).isEqualTo(8080);
    }

    @Test
    void nothing_keeps_a_name_that_another_project_could_have() {
        assertThat(service("a").has("container_name")).isFalse();
        assertThat(isolation.model().path("name").asString()).isEqualTo("grade-1");
        assertThat(isolation.model().at("/volumes/rows/name").asString()).isEqualTo("grade-1_rows");
        assertThat(isolation.model().at("/volumes/rows").has("external")).isFalse();
        assertThat(isolation.model().at("/networks/default/name").asString()).isEqualTo("grade-1_default");
    }

    @Test
    void services_that_share_an_image_go_on_sharing_it() {
        assertThat(service("a").path("image").asString()).isEqualTo("grade-1/a:graded");
        assertThat(service("b").path("image").asString()).isEqualTo("grade-1/a:graded");
        assertThat(isolation.built()).isEqualTo(Map.of("a", "grade-1/a:graded", "c", "grade-1/c:graded"));
        assertThat(service("a").has("pull_policy")).isFalse();
    }

    @Test
    void an_image_from_elsewhere_and_the_model_itself_stay_as_they_are() {
        assertThat(service("d").path("image").asString()).isEqualTo("postgres:17");
        assertThat(service("d").path("pull_policy").asString()).isEqualTo("always");
        assertThat(MODEL.at("/services/a/container_name").asString()).isEqualTo("a-fixed");
    }

    @Test
    void only_the_databases_own_folder_is_emptied() {
        assertThat(Isolation.dataFolders(service("d"), Path.of("/copy"))).containsExactly(Path.of("/copy/rows"));
        assertThat(Isolation.dataFolders(service("d"), Path.of("/elsewhere"))).isEmpty();
    }
}
