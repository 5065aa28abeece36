package dev.datastack.cli.up;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Finished;
import java.util.List;
import java.util.Optional;

/** What {@code docker compose up} refused before any service could fail. */
final class StartRefusal {
    /** The engine's words: it has no other way to say so. */
    private static final List<String> PORT_WORDS =
            List.of("port is already allocated", "address already in use", "ports are not available");

    private static final int EVIDENCE = 10;

    private StartRefusal() {}

    /** Somebody took the port between the check and the start. */
    static Optional<StackException> portIn(Finished end) {
        return end.err().stream()
                .filter(line -> PORT_WORDS.stream().anyMatch(line::contains))
                .findFirst()
                .map(line -> new StackException(
                        Problem.PORT_TAKEN,
                        line.strip(),
                        "docker compose up -d",
                        "run './stack up' again, which names the holder; './stack down' stops what was started"));
    }

    static StackException other(Finished end) {
        var lines = end.err();
        return new StackException(
                        Problem.SERVICE_FAILED,
                        end.lastWords() + ". The services that were started keep running.",
                        end.call().text() + ", several times",
                        "fix it and run './stack up' again, or stop the running services with './stack down'")
                .showing(lines.subList(Math.max(0, lines.size() - EVIDENCE), lines.size()));
    }
}
