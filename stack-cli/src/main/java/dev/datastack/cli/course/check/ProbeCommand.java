package dev.datastack.cli.course.check;

import dev.datastack.cli.course.lab.LabProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The command of a service's health check, as the engine has it. */
record ProbeCommand(List<String> words) {
    /** The engine would wait longer, but a test that asks has its answer at once. */
    private static final List<String> BOUND = List.of("timeout", "5");

    static Optional<ProbeCommand> of(LabProject project, String service) {
        return project.inspect(service).flatMap(ProbeCommand::of);
    }

    static Optional<ProbeCommand> of(JsonNode container) {
        var test = strings(container.at("/Config/Healthcheck/Test"));
        if (test.size() < 2) {
            return Optional.empty();
        }
        var command = new ArrayList<>(BOUND);
        if (test.get(0).equals("CMD-SHELL")) {
            var shell = strings(container.at("/Config/Shell"));
            command.addAll(shell.isEmpty() ? List.of("/bin/sh", "-c") : shell);
        }
        command.addAll(test.subList(1, test.size()));
        return Optional.of(new ProbeCommand(List.copyOf(command)));
    }

    private static List<String> strings(JsonNode array) {
        Stream<JsonNode> words = StreamSupport.stream(array.spliterator(), false);
        return words.map(word -> word.asString("")).toList();
    }
}
