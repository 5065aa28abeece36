package dev.datastack.acceptance.engines;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import dev.datastack.acceptance.stack.GoProgram;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The versions of Compose and buildx that the docker command finds; an empty one is the machine's own. */
record Client(String compose, String buildx) {
    static final String OLDEST_COMPOSE = "2.40.0";
    static final String NEWEST_COMPOSE = "5.6.0";
    static final String NEWEST_BUILDX = "0.38.2";
    static final String OF_THE_MACHINE = "";

    /** A shell whose docker has these plugins; the folder becomes its configuration. */
    Shell in(Shell shell, Path folder) {
        try {
            var plugins = Files.createDirectories(folder.resolve("cli-plugins"));
            if (!compose.equals(OF_THE_MACHINE)) {
                Files.copy(GoProgram.named("compose-" + compose), plugins.resolve("docker-compose"), COPY_ATTRIBUTES);
            }
            if (!buildx.equals(OF_THE_MACHINE)) {
                Files.copy(GoProgram.named("buildx-" + buildx), plugins.resolve("docker-buildx"), COPY_ATTRIBUTES);
            }
            return shell.with(Map.of("DOCKER_CONFIG", folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Compose " + (compose.isEmpty() ? "as installed" : compose) + ", buildx "
                + (buildx.isEmpty() ? "as installed" : buildx);
    }
}
