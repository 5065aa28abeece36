package dev.datastack.acceptance.builds;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A base image of the Dockerfiles, official or a stand-in, as this clone's settings name it. */
enum Base {
    DEBIAN("debian:trixie-slim"),
    PYTHON("python:3.13-slim-trixie"),
    JDK("eclipse-temurin:25-jdk"),
    POSTGRES("postgres:17");

    private static final Shell SHELL = Shell.in(Repository.root()).within(Duration.ofMinutes(5));

    private final String official;

    Base(String official) {
        this.official = official;
    }

    Image image() {
        var model = Project.fresh(Repository.root()).model();
        return Image.of(model.at("/services/secrets/build/args/BASE_PREFIX").asString("") + official, SHELL);
    }

    /** Which of the two it is, in words. */
    String kind() {
        var image = image();
        return image.name()
                + ("true".equals(image.labels().get("dev.datastack.standin")) ? " (stand-in)" : " (official)");
    }

    /** A container of it as it comes, without a network. */
    Finished run(List<String> command) {
        var all = new ArrayList<>(List.of("docker", "run", "--rm", "--network", "none", image().name()));
        all.addAll(command);
        return SHELL.run(all);
    }

    /** What a script prints in a container of it, as {@code name=value} lines; no network, the entry point left aside. */
    Map<String, String> facts(String script) {
        var told = SHELL.output(
                "docker", "run", "--rm", "--network", "none", "--entrypoint", "sh", image().name(), "-euc", script);
        var facts = new TreeMap<String, String>();
        told.lines().map(line -> line.split("=", 2)).forEach(line -> facts.put(line[0], line[1]));
        return facts;
    }
}
