package dev.datastack.cli.course.lab;

import dev.datastack.cli.process.Finished;
import java.util.List;
import java.util.stream.Stream;

/** What was to be observed is not there at all: a build or a start that failed. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int EVIDENCE = 12;

    private final String evidence;

    private LabException(String observed, List<String> lines) {
        super(observed);
        evidence = String.join("\n", lines.subList(Math.max(0, lines.size() - EVIDENCE), lines.size()));
    }

    public static LabException saying(String observed) {
        return new LabException(observed, List.of());
    }

    static LabException failed(String what, Finished finished) {
        var lines = Stream.concat(finished.out().stream(), finished.err().stream())
                .filter(line -> !line.isBlank())
                .toList();
        return new LabException(what + " ended with exit code " + finished.exitCode(), lines);
    }

    public String observed() {
        return String.valueOf(getMessage());
    }

    /** The last lines of what failed. */
    public List<String> evidence() {
        return evidence.lines().toList();
    }
}
