package dev.datastack.cli.sandbox;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks through one service of the resolved project. What this class does not know is refused: Compose goes on growing. */
final class ServicePolicy {
    private static final Set<String> WITHIN = Set.of(
            "attach",
            "blkio_config",
            "cap_drop",
            "command",
            "configs",
            "container_name",
            "cpu_count",
            "cpu_percent",
            "cpu_period",
            "cpu_quota",
            "cpu_shares",
            "cpus",
            "cpuset",
            "depends_on",
            "develop",
            "dns",
            "dns_opt",
            "dns_search",
            "domainname",
            "entrypoint",
            "env_file",
            "environment",
            "expose",
            "extra_hosts",
            "group_add",
            "healthcheck",
            "hostname",
            "image",
            "init",
            "labels",
            "links",
            "logging",
            "mac_address",
            "mem_limit",
            "mem_reservation",
            "mem_swappiness",
            "memswap_limit",
            "networks",
            "oom_kill_disable",
            "oom_score_adj",
            "pids_limit",
            "platform",
            "ports",
            "profiles",
            "pull_policy",
            "read_only",
            "restart",
            "scale",
            "secrets",
            "shm_size",
            "stdin_open",
            "stop_grace_period",
            "stop_signal",
            "storage_opt",
            "sysctls",
            "tmpfs",
            "tty",
            "ulimits",
            "user",
            "working_dir");

    /** Those that the engine gives to a container of its own accord. */
    private static final Set<String> USUAL_CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "NET_RAW",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private static final Set<String> OWN_NAMESPACES = Set.of("none", "private", "shareable", "bridge", "default");

    private final Borders borders;
    private final String where;

    ServicePolicy(Borders borders, String name) {
        this.borders = borders;
        this.where = "service " + name;
    }

    void look(JsonNode service) {
        for (var entry : service.properties()) {
            if (!isNothing(entry.getValue())) {
                look(entry.getKey(), entry.getValue());
            }
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || (value.isBoolean() && !value.asBoolean())
                || (value.isString() && value.asString().isEmpty())
                || (value.isContainer() && value.isEmpty());
    }

    private void look(String setting, JsonNode value) {
        switch (setting) {
            case "build" -> new BuildPolicy(borders, where).look(value);
            case "privileged" -> refuse(setting, Reach.MACHINE);
            case "cap_add" -> value.forEach(capability -> capability(capability.asString("")));
            case "security_opt" -> value.forEach(option -> securityOption(option.asString("")));
            case "pid", "ipc", "uts", "userns_mode", "cgroup", "network_mode" -> namespace(setting, value.asString(""));
            case "devices", "gpus", "device_cgroup_rules" -> refuse(setting, Reach.DEVICE);
            case "provider" -> refuse(setting, Reach.PROGRAM);
            case "use_api_socket" -> refuse(setting, Reach.ENGINE);
            case "credential_spec" -> refuse(setting, Reach.OUTSIDE);
            case "external_links" -> refuse(setting, Reach.CONTAINER);
            case "volumes_from" -> value.forEach(from -> volumesFrom(from.asString("")));
            case "volumes" -> value.forEach(this::volume);
            case "post_start", "pre_stop" -> value.forEach(hook -> hook(setting, hook));
            case "deploy" -> deploy(value);
            default -> unknownUnlessWithin(setting);
        }
    }

    private void unknownUnlessWithin(String setting) {
        if (!WITHIN.contains(setting) && !setting.startsWith("x-")) {
            refuse(setting, Reach.UNKNOWN);
        }
    }

    private void capability(String name) {
        var plain = name.toUpperCase(java.util.Locale.ROOT).replaceFirst("^CAP_", "");
        if (!USUAL_CAPABILITIES.contains(plain)) {
            refuse("cap_add: " + name, Reach.CAPABILITY);
        }
    }

    /** The others take a protection away, or name a file of this machine. */
    private void securityOption(String option) {
        if (!option.matches("no-new-privileges([:=](true|false))?")) {
            refuse("security_opt: " + option, Reach.MACHINE);
        }
    }

    private void namespace(String setting, String value) {
        if (value.equals("host")) {
            refuse(setting + ": " + value, Reach.NAMESPACE);
        } else if (value.startsWith("container:")) {
            refuse(setting + ": " + value, Reach.CONTAINER);
        } else if (!value.startsWith("service:") && !OWN_NAMESPACES.contains(value)) {
            refuse(setting + ": " + value, Reach.RESOURCE);
        }
    }

    private void volumesFrom(String from) {
        if (from.startsWith("container:")) {
            refuse("volumes_from: " + from, Reach.CONTAINER);
        }
    }

    private void volume(JsonNode volume) {
        var type = volume.path("type").asString("");
        switch (type) {
            case "volume", "tmpfs" -> {
                // Its own: which volumes there are is looked at once for the whole project.
            }
            case "bind" -> {
                borders.path(where, "volumes", volume.path("source").asString(""));
                if (!volume.path("bind")
                        .path("propagation")
                        .asString("rprivate")
                        .matches("r?private")) {
                    refuse("bind.propagation", Reach.NAMESPACE);
                }
            }
            default -> refuse("volumes: type " + type, Reach.UNKNOWN);
        }
    }

    private void hook(String setting, JsonNode hook) {
        if (hook.path("privileged").asBoolean(false)) {
            refuse(setting + ": privileged", Reach.MACHINE);
        }
    }

    private void deploy(JsonNode deploy) {
        if (!deploy.path("resources").path("reservations").path("devices").isEmpty()) {
            refuse("deploy.resources.reservations.devices", Reach.DEVICE);
        }
    }

    private void refuse(String setting, Reach reach) {
        borders.refuse(where, setting, reach);
    }
}
