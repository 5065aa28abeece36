package dev.datastack.acceptance.confinement;

import dev.datastack.acceptance.stack.Project;
import java.util.List;

/** Every value of the secrets volume, read by a container that is made for it. */
final class SecretValues {
    private SecretValues() {}

    static List<String> of(Project project) {
        return project.shell()
                .output(
                        "docker",
                        "run",
                        "--rm",
                        "--network",
                        "none",
                        "--user",
                        "0:0",
                        "--entrypoint",
                        "bash",
                        "--volume",
                        project.name() + "_secrets:/secrets:ro",
                        project.name() + "/postgres:dev",
                        "-c",
                        "find /secrets -type f -exec sh -c 'cat \"$1\"; echo' sh {} ';'")
                .lines()
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
    }
}
