package dev.datastack.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTest {
    private static final Path FOLDER = Path.of("/sandbox/project");

    private static List<Refusal> refusals(String model, LeftOut... leftOut) {
        return Policy.refusals(Sandboxes.json(model), FOLDER, List.of(leftOut), Bounds.USUAL);
    }

    private static List<Reach> reaches(String model, LeftOut... leftOut) {
        return refusals(model, leftOut).stream().map(Refusal::reach).toList();
    }

    private static String service(String settings) {
        return "{\"services\": {\"a\": {\"image\": \"x\", " + settings + "}}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "privileged": true                                              | MACHINE
            "security_opt": ["seccomp=unconfined"]                          | MACHINE
            "post_start": [{"command": ["x"], "privileged": true}]          | MACHINE
            "cap_add": ["SYS_ADMIN"]                                        | CAPABILITY
            "cap_add": ["CAP_NET_ADMIN"]                                    | CAPABILITY
            "cap_add": ["ALL"]                                              | CAPABILITY
            "pid": "host"                                                   | NAMESPACE
            "ipc": "host"                                                   | NAMESPACE
            "uts": "host"                                                   | NAMESPACE
            "userns_mode": "host"                                           | NAMESPACE
            "cgroup": "host"                                                | NAMESPACE
            "network_mode": "host"                                          | NAMESPACE
            "network_mode": "container:neighbour-db"                        | CONTAINER
            "network_mode": "neighbour_backend"                             | RESOURCE
            "volumes_from": ["container:neighbour-db"]                      | CONTAINER
            "external_links": ["neighbour-db:db"]                           | CONTAINER
            "devices": [{"source": "/dev/sda"}]                             | DEVICE
            "gpus": [{"count": -1}]                                         | DEVICE
            "deploy": {"resources": {"reservations": {"devices": [{}]}}}    | DEVICE
            "provider": {"type": "./helper.sh"}                             | PROGRAM
            "use_api_socket": true                                          | ENGINE
            "volumes": [{"type": "bind", "source": "/var/run/docker.sock"}] | ENGINE
            "volumes": [{"type": "bind", "source": "/etc"}]                 | OUTSIDE
            "volumes": [{"type": "bind", "source": "/sandbox/project/../x"}]| OUTSIDE
            "volumes": [{"type": "bind", "source": "/sandbox/projects"}]    | OUTSIDE
            "volumes": [{"type": "image", "source": "neighbour/app"}]       | UNKNOWN
            "runtime": "kata"                                               | UNKNOWN
            "cgroup_parent": "system.slice"                                 | UNKNOWN
            "a_setting_of_next_year": true                                  | UNKNOWN
            "deploy": {"replicas": 1000}                                    | NUMBER
            "build": {"context": "https://example.org/x.git"}               | REMOTE
            "build": {"context": "/home"}                                   | OUTSIDE
            "build": {"context": "/sandbox/project", "dockerfile": "../D"}  | OUTSIDE
            "build": {"additional_contexts": {"a": "/"}}                    | OUTSIDE
            "build": {"tags": ["neighbour/app:dev"]}                        | IMAGE
            "build": {"cache_to": ["type=local,dest=/x"]}                   | IMAGE
            "build": {"ssh": ["default"]}                                   | KEYS
            "build": {"network": "host"}                                    | NAMESPACE
            "build": {"entitlements": ["security.insecure"]}                | MACHINE
            "build": {"privileged": true}                                   | MACHINE
            "build": {"isolation": "process"}                               | UNKNOWN
            """)
    void a_service_that_reaches_beyond_the_project_is_refused(String setting, Reach reach) {
        assertThat(reaches(service(setting))).containsExactly(reach);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"volumes": {"v": {"external": true, "name": "precious"}}}                       | RESOURCE
            {"volumes": {"v": {"driver_opts": {"type": "none", "o": "bind", "device": "/"}}}}| OUTSIDE
            {"volumes": {"v": {"driver": "sshfs"}}}                                          | UNKNOWN
            {"networks": {"n": {"external": true}}}                                          | RESOURCE
            {"networks": {"n": {"driver": "macvlan"}}}                                       | NAMESPACE
            {"networks": {"n": {"driver_opts": {"com.docker.network.bridge.name": "br0"}}}}  | NAMESPACE
            {"secrets": {"s": {"file": "/etc/shadow"}}}                                      | OUTSIDE
            {"configs": {"c": {"external": true}}}                                           | RESOURCE
            {"models": {"m": {"model": "ai/x"}}}                                             | PROGRAM
            {"services": {"--push": {"image": "x"}}}                                   | OPTION
            """)
    void what_services_share_is_looked_through_too(String model, Reach reach) {
        assertThat(reaches(model)).containsExactly(reach);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"privileged\": false, \"gpus\": null, \"devices\": [], \"pid\": \"\"",
                "\"cap_add\": [\"CHOWN\", \"CAP_SETUID\"], \"cap_drop\": [\"ALL\"]",
                "\"security_opt\": [\"no-new-privileges:true\"]",
                "\"network_mode\": \"service:b\", \"pid\": \"service:b\", \"ipc\": \"shareable\"",
                "\"network_mode\": \"none\"",
                "\"volumes_from\": [\"b:ro\"]",
                "\"volumes\": [{\"type\": \"bind\", \"source\": \"/sandbox/project/dags\"}, {\"type\": \"tmpfs\"}]",
                "\"build\": {\"context\": \"/sandbox/project\", \"dockerfile\": \"docker/D\", \"args\": {\"A\": \"1\"},"
                        + " \"additional_contexts\": {\"agent\": \"service:b\"}, \"privileged\": false}",
                "\"x-note\": \"a setting of the learner's own\""
            })
    void what_stays_within_the_project_is_accepted(String settings) {
        assertThat(refusals(service(settings))).isEmpty();
    }

    @Test
    void a_path_through_a_link_that_was_left_out_is_refused_by_the_name_of_the_link() {
        var mount = service("\"volumes\": [{\"type\": \"bind\", \"source\": \"/sandbox/project/storage/pgdata\"}]");
        assertThat(refusals(mount, new LeftOut(Path.of("storage"), LeftOut.Why.LINK_OUT)))
                .extracting(Refusal::sentence)
                .containsExactly(
                        "service a: 'volumes: storage' goes through a link that leads out of the project's folder");
    }

    @Test
    void a_sentence_shows_no_control_characters() {
        assertThat(new Refusal("service a", "runtime: \u001b[31mred", Reach.UNKNOWN).sentence())
                .contains("\\x1b[31mred")
                .doesNotContain("\u001b");
    }
}
