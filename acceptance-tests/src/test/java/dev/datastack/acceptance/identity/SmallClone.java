package dev.datastack.acceptance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A folder that {@code stack} takes for its clone: one service, and a volume with one row. */
record SmallClone(Path folder, Shell shell) {
    private static final String ROW = "/data/row";

    static SmallClone in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("docker-compose.yml"), """
                services:
                  keeper:
                    image: ${BASE_PREFIX:-}debian:trixie-slim
                    command: [sleep, infinity]
                    init: true
                    volumes: ["data:/data"]
                volumes:
                  data:
                """);
        var prefix = Repository.setting("BASE_PREFIX").orElse("");
        Files.writeString(folder.resolve(".env"), "BASE_PREFIX=" + prefix + "\n");
        return at(folder);
    }

    /** One whose service has an image of its own, and an earlier one that has lost its name on either image store. */
    static SmallClone builtTwice(Path folder) throws IOException {
        var clone = in(folder);
        var file = folder.resolve("docker-compose.yml");
        var text = Files.readString(file);
        Files.writeString(file, text.replace("    image: ${BASE_PREFIX:-}debian:trixie-slim\n", """
                    image: ${COMPOSE_PROJECT_NAME}/keeper:dev
                    build:
                      context: .
                      dockerfile_inline: |
                        FROM ${BASE_PREFIX:-}debian:trixie-slim
                        LABEL build="$BUILD"
                """));
        for (var build : List.of("1", "2")) {
            Files.writeString(folder.resolve(".env"), "BUILD=" + build + "\n", StandardOpenOption.APPEND);
            clone.starts("up");
            var image = folder.getFileName() + "/keeper:";
            clone.shell().output("docker", "tag", image + "dev", image + "latest");
        }
        return clone;
    }

    /** The ids of its images, those that have lost their name included. */
    List<String> images() {
        var label = "label=com.docker.compose.project=" + folder.getFileName();
        return shell.output("docker", "image", "ls", "--quiet", "--no-trunc", "--filter", label)
                .lines()
                .distinct()
                .sorted()
                .toList();
    }

    static SmallClone at(Path folder) {
        return new SmallClone(folder, Shell.in(folder).within(Duration.ofMinutes(5)));
    }

    Finished stack(String words) {
        return stack(Map.of(), words);
    }

    Finished stack(Map<String, String> exported, String words) {
        return StackCommand.run(shell.with(exported), words.split(" "));
    }

    void starts(String words) {
        var up = stack(words);
        assertThat(up.exitCode()).as(Shell.told(up)).isZero();
    }

    void write(String row) {
        shell.output("docker", "compose", "exec", "-T", "keeper", "sh", "-c", "echo " + row + " > " + ROW);
    }

    String row() {
        return shell.output("docker", "compose", "exec", "-T", "keeper", "cat", ROW);
    }

    /** Changes with every start, restart and replacement. */
    List<String> containers() {
        var format = "{{.Id}} {{.State.StartedAt}}";
        return shell.output("docker", "compose", "ps", "--all", "--quiet")
                .lines()
                .map(id -> shell.output("docker", "inspect", "--format", format, id))
                .toList();
    }

    String env() throws IOException {
        return Files.readString(folder.resolve(".env"));
    }

    /** By bare Compose, which asks nobody. */
    void remove() {
        if (Files.exists(folder)) {
            shell.run("docker", "compose", "down", "--volumes", "--timeout", "1");
        }
    }
}
