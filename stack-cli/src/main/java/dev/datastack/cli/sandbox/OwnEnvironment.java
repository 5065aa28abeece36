package dev.datastack.cli.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The variables that commands in a sandbox get: what the docker command line needs to reach the engine, and nothing else of
 * whoever runs it. A project that asks for CI_TOKEN, or for what the shell says of another project, finds it unset.
 */
final class OwnEnvironment {
    private static final Set<String> NEEDED = Set.of(
            "PATH",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TMPDIR",
            "XDG_RUNTIME_DIR",
            "DOCKER_HOST",
            "DOCKER_CONTEXT",
            "DOCKER_CONFIG",
            "DOCKER_CERT_PATH",
            "DOCKER_TLS",
            "DOCKER_TLS_VERIFY",
            "DOCKER_API_VERSION",
            "SSH_AUTH_SOCK",
            // Without these a program of Windows does not start.
            "SystemRoot",
            "SYSTEMROOT",
            "ProgramFiles",
            "ProgramData",
            "TEMP",
            "TMP");

    private OwnEnvironment() {}

    /** {@code home} is the sandbox's own folder, so that {@code ~} is nobody's. */
    static Map<String, String> of(Map<String, String> environment, Path home) {
        var own = new TreeMap<String, String>();
        environment.forEach((name, value) -> {
            if (NEEDED.contains(name)) {
                own.put(name, value);
            }
        });
        var user = environment.getOrDefault("HOME", environment.get("USERPROFILE"));
        if (user != null) {
            own.putIfAbsent("DOCKER_CONFIG", Path.of(user, ".docker").toString());
        }
        own.put("HOME", home.toString());
        own.put("BUILDKIT_PROGRESS", "plain");
        // A file of an address is refused before; this is the second lock on that door.
        own.put("COMPOSE_EXPERIMENTAL_GIT_REMOTE", "false");
        own.put("COMPOSE_EXPERIMENTAL_OCI_REMOTE", "false");
        return Map.copyOf(own);
    }
}
