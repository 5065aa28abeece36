package dev.datastack.acceptance.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A made-up project: its Compose file, a second file with what was moved there, and what in it reaches out. */
final class Submission {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What an engine of a class should not do for a learner, as settings of a service. NEIGHBOUR is a folder of others. */
    private static final List<String> HOSTILE = List.of(
            "{'privileged': true}",
            "{'cap_add': ['CHOWN', 'SYS_ADMIN']}",
            "{'cap_add': ['CAP_BPF']}",
            "{'security_opt': ['apparmor=unconfined']}",
            "{'security_opt': ['no-new-privileges', 'seccomp=unconfined']}",
            "{'pid': 'host'}",
            "{'ipc': 'host'}",
            "{'uts': 'host'}",
            "{'userns_mode': 'host'}",
            "{'cgroup': 'host'}",
            "{'cgroup_parent': '/'}",
            "{'network_mode': 'host'}",
            "{'network_mode': 'neighbour-of-tests'}",
            "{'network_mode': 'container:neighbour-of-tests'}",
            "{'pid': 'container:neighbour-of-tests'}",
            "{'volumes_from': ['container:neighbour-of-tests:rw']}",
            "{'external_links': ['neighbour-of-tests:db']}",
            "{'devices': ['/dev/null:/dev/x']}",
            "{'device_cgroup_rules': ['a *:* rwm']}",
            "{'gpus': 'all'}",
            "{'deploy': {'resources': {'reservations': {'devices': [{'capabilities': ['gpu'], 'count': 1}]}}}}",
            "{'deploy': {'replicas': 4000}}",
            "{'scale': 31}",
            "{'runtime': 'other'}",
            "{'use_api_socket': true}",
            "{'post_start': [{'command': ['true'], 'privileged': true}]}",
            "{'provider': {'type': './helper.sh'}}",
            "{'volumes': ['/:/host:ro']}",
            "{'volumes': ['~/.ssh:/keys']}",
            "{'volumes': ['./../..:/up']}",
            "{'volumes': ['NEIGHBOUR:/n']}",
            "{'volumes': ['./out/pgdata:/n']}",
            "{'volumes': ['/var/run/docker.sock:/var/run/docker.sock']}",
            "{'volumes': ['/run/containerd/containerd.sock:/c']}",
            "{'volumes': [{'type': 'bind', 'source': '.', 'target': '/n', 'bind': {'propagation': 'rshared'}}]}",
            "{'volumes': [{'type': 'image', 'source': 'neighbour-of-tests/app:dev', 'target': '/n'}]}",
            "{'env_file': ['NEIGHBOUR/secret.env']}",
            "{'env_file': [{'path': '../secret.env', 'required': false}]}",
            "{'env_file': 'out/secret.env'}",
            "{'label_file': ['NEIGHBOUR/secret.env']}",
            "{'build': {'context': 'NEIGHBOUR'}}",
            "{'build': {'context': 'https://example.org/x.git'}}",
            "{'build': {'context': '.', 'dockerfile': '../Dockerfile'}}",
            "{'build': {'context': '.', 'additional_contexts': {'n': 'NEIGHBOUR'}}}",
            "{'build': {'context': '.', 'tags': ['neighbour-of-tests/app:dev']}}",
            "{'build': {'context': '.', 'cache_to': ['type=local,dest=NEIGHBOUR']}}",
            "{'build': {'context': '.', 'ssh': ['default']}}",
            "{'build': {'context': '.', 'network': 'host'}}",
            "{'build': {'context': '.', 'entitlements': ['network.host']}}",
            "{'build': {'context': '.', 'privileged': true}}",
            "{'networks': ['foreign']}",
            "{'networks': ['outside']}",
            "{'volumes': ['foreign:/n']}",
            "{'volumes': ['disguised:/n']}",
            "{'secrets': ['theirs']}",
            "{'configs': ['theirs']}");

    private static final List<String> HARMLESS = List.of(
            "{'init': true}",
            "{'user': '10001:10001', 'read_only': true, 'tmpfs': ['/tmp']}",
            "{'cap_drop': ['ALL'], 'cap_add': ['CHOWN'], 'security_opt': ['no-new-privileges:true']}",
            "{'privileged': false, 'ipc': 'shareable'}",
            "{'mem_limit': '64m', 'cpus': 0.5, 'pids_limit': 20}",
            "{'deploy': {'resources': {'limits': {'memory': '80M', 'cpus': '0.5'}}}}",
            "{'cpu_quota': 50000, 'cpu_period': 100000}",
            "{'logging': {'driver': 'syslog', 'options': {'syslog-address': 'udp://127.0.0.1:9'}}}",
            "{'stop_grace_period': '1h', 'stop_signal': 'SIGUSR1'}",
            "{'container_name': 'neighbour-of-tests-SERVICE', 'hostname': 'h'}",
            "{'ports': ['8080:80', '127.0.0.1:5050:81']}",
            "{'volumes': ['.:/work', './data:/data', 'own:/own']}",
            "{'volumes': ['./inside:/inside:ro']}",
            "{'env_file': [{'path': 'none.env', 'required': false}], 'environment': {'A': '${UNSET:-x}', 'B': '\\u0007'}}",
            "{'labels': {'red': '\\u001b[31m', 'dollar': '$$HOME'}}",
            "{'healthcheck': {'test': ['CMD', 'true'], 'interval': '1s'}}",
            "{'restart': 'always', 'oom_score_adj': -1000}",
            "{'profiles': ['never'], 'privileged': true}",
            "{'x-anything': {'privileged': true}}",
            "{'networks': {'own': {'aliases': ['a'], 'ipv4_address': '10.254.254.2'}}}",
            "{'secrets': ['inner'], 'extra_hosts': ['a:127.0.0.1'], 'dns': ['127.0.0.1']}");

    private static final String SHARED = """
            {'networks': {'own': {'ipam': {'config': [{'subnet': '10.254.254.0/24'}]}},
                          'foreign': {'external': true, 'name': 'neighbour-of-tests'},
                          'outside': {'driver': 'macvlan', 'driver_opts': {'parent': 'eth0'}}},
             'volumes': {'own': {'name': 'neighbour-of-tests'},
                         'foreign': {'external': true, 'name': 'neighbour-of-tests'},
                         'disguised': {'driver_opts': {'type': 'none', 'o': 'bind', 'device': 'NEIGHBOUR'}}},
             'secrets': {'inner': {'file': './secret'}, 'theirs': {'file': 'NEIGHBOUR/secret.env'}},
             'configs': {'theirs': {'file': 'NEIGHBOUR/secret.env'}}}""";

    private final Random random;
    private final String neighbour;
    private final ObjectNode services = JSON.createObjectNode();
    private final ObjectNode common = JSON.createObjectNode();
    private final List<String> reaching = new ArrayList<>();

    private Submission(Random random, String neighbour) {
        this.random = random;
        this.neighbour = neighbour;
    }

    static Submission of(Random random, String neighbour) {
        var submission = new Submission(random, neighbour);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            submission.service("s" + i);
        }
        if (random.nextInt(4) > 0) {
            submission.reachOut("s" + random.nextInt(count));
        }
        return submission;
    }

    private void service(String name) {
        var service = services.putObject(name);
        service.put("image", "${BASE_PREFIX:-}debian:trixie-slim")
                .putArray("command")
                .add("sleep")
                .add("600");
        for (int i = random.nextInt(4); i > 0; i--) {
            var settings = read(HARMLESS.get(random.nextInt(HARMLESS.size())).replace("SERVICE", name));
            // A limit said twice, or a second attachment, Compose would refuse.
            if (settings.propertyNames().stream().noneMatch(service::has) && !(limits(settings) && limits(service))) {
                service.setAll(settings);
            }
        }
    }

    private static boolean limits(ObjectNode service) {
        return service.has("deploy") || service.has("mem_limit") || service.has("cpu_quota");
    }

    /** In the service itself, or in another file that it extends. */
    private void reachOut(String name) {
        var settings = read(HOSTILE.get(random.nextInt(HOSTILE.size())));
        reaching.add(settings.toString());
        var service = (ObjectNode) services.path(name);
        service.remove(List.of("profiles", "networks"));
        if (random.nextInt(4) == 0 && !settings.has("volumes_from")) {
            common.putObject("base").setAll(settings);
            service.putObject("extends").put("file", "common.yaml").put("service", "base");
            settings.propertyNames().forEach(service::remove);
        } else {
            service.setAll(settings);
        }
    }

    private ObjectNode read(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"').replace("NEIGHBOUR", neighbour));
    }

    /** Whether nothing in it reaches out, so that it is to be accepted. */
    boolean isHarmless() {
        return reaching.isEmpty();
    }

    /** Only what a service asks for is in the resolved project. */
    String composeFile() {
        var file = read(SHARED);
        file.set("services", services);
        return JSON.writeValueAsString(file);
    }

    String commonFile() {
        JsonNode file = JSON.createObjectNode().set("services", common);
        return JSON.writeValueAsString(file);
    }

    @Override
    public String toString() {
        return "reaching out by " + reaching + " in " + composeFile();
    }
}
