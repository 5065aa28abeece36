package dev.datastack.cli.course.check;

import dev.datastack.cli.course.lab.LabProject;
import dev.datastack.cli.docker.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command of a service's health check, as the engine has it. */
record ProbeCommand(List<String> words) {
    /** The engine would wait longer, but a test that asks has its answer at once. */
    private static final List<String> BOUND = List.of("timeout", "5");

    static Optional<ProbeCommand> of(LabProject project, String service) {
        return project.container(service).flatMap(ProbeCommand::of);
    }

    static Optional<ProbeCommand> of(Container container) {
        var test = container.config().healthcheck().test();
        if (test.size() < 2) {
            return Optional.empty();
        }
        var command = new ArrayList<>(BOUND);
        if (test.get(0).equals("CMD-SHELL")) {
            var shell = container.config().shell();
            command.addAll(shell.isEmpty() ? List.of("/bin/sh", "-c") : shell);
        }
        command.addAll(test.subList(1, test.size()));
        return Optional.of(new ProbeCommand(List.copyOf(command)));
    }
}
