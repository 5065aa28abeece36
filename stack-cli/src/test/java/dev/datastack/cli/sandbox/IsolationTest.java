package dev.datastack.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.sandbox.Isolation.Addresses;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IsolationTest {
    private static final JsonNode MODEL = Sandboxes.json("""
            {"name": "theirs",
             "services": {
               "a": {"build": {"context": "/copy", "cache_from": ["theirs/a"]}, "image": "fixed/a:1",
                     "container_name": "a-fixed", "pull_policy": "always",
                     "networks": {"default": null, "back": {"aliases": ["api"], "ipv4_address": "10.9.0.2"}},
                     "ports": [{"mode": "ingress", "host_ip": "0.0.0.0", "target": 8080, "published": "8080"}]},
               "b": {"image": "fixed/a:1", "command": ["other"], "container_name": "b-fixed", "network_mode": "none"},
               "c": {"build": {"context": "/copy/c"}},
               "d": {"image": "postgres:17", "pull_policy": "always"}},
             "volumes": {"rows": {"name": "their-rows"}, "plain": null},
             "networks": {"default": {"name": "theirs_default"},
                          "back": {"name": "b", "internal": true, "ipam": {"config": [{"subnet": "10.9.0.0/24"}]}}}}""");

    private final Isolation isolation = Isolation.of(MODEL, "sandbox-1", Addresses.LOOPBACK);

    private JsonNode at(String pointer) {
        return isolation.model().at(pointer);
    }

    @Test
    void the_engine_picks_the_ports_and_only_this_machine_gets_in() {
        assertThat(at("/services/a/ports/0/published").isMissingNode()).isTrue();
        assertThat(at("/services/a/ports/0/host_ip").asString()).isEqualTo("127.0.0.1");
        assertThat(at("/services/a/ports/0/target").asInt()).isEqualTo(8080);
    }

    @Test
    void the_address_stays_where_it_is_what_is_looked_at() {
        var written = Isolation.of(MODEL, "sandbox-1", Addresses.AS_WRITTEN).model();
        assertThat(written.at("/services/a/ports/0/host_ip").asString()).isEqualTo("0.0.0.0");
        assertThat(written.at("/services/a/ports/0/published").isMissingNode()).isTrue();
    }

    @Test
    void nothing_keeps_a_name_or_an_address_that_another_project_could_have() {
        assertThat(at("/services/a/container_name").isMissingNode()).isTrue();
        assertThat(at("/services/a/networks/back/ipv4_address").isMissingNode()).isTrue();
        assertThat(at("/services/a/build/cache_from").isMissingNode()).isTrue();
        assertThat(at("/name").asString()).isEqualTo("sandbox-1");
        assertThat(at("/volumes/rows").isEmpty()).isTrue();
        assertThat(at("/networks/back").toString()).isEqualTo("{\"internal\":true}");
    }

    @Test
    void a_containers_own_name_goes_on_leading_to_it_on_each_of_its_networks() {
        assertThat(at("/services/a/networks").toString())
                .isEqualTo("{\"default\":{\"aliases\":[\"a-fixed\"]},\"back\":{\"aliases\":[\"api\",\"a-fixed\"]}}");
        assertThat(at("/services/b/networks").isMissingNode()).isTrue();
    }

    @Test
    void services_that_share_an_image_go_on_sharing_it() {
        assertThat(at("/services/a/image").asString()).isEqualTo("sandbox-1/a:sandbox");
        assertThat(at("/services/b/image").asString()).isEqualTo("sandbox-1/a:sandbox");
        assertThat(isolation.built()).isEqualTo(Map.of("a", "sandbox-1/a:sandbox", "c", "sandbox-1/c:sandbox"));
        assertThat(at("/services/a/pull_policy").isMissingNode()).isTrue();
    }

    @Test
    void an_image_from_elsewhere_and_the_model_itself_stay_as_they_are() {
        assertThat(at("/services/d/image").asString()).isEqualTo("postgres:17");
        assertThat(at("/services/d/pull_policy").asString()).isEqualTo("always");
        assertThat(MODEL.at("/services/a/container_name").asString()).isEqualTo("a-fixed");
    }
}
