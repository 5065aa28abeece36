package dev.datastack.acceptance.documents;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A fenced block of a document, the comment above it, and the output that the document shows below it. */
record Block(Path file, int line, String language, Marker marker, String text, Optional<String> output) {
    private static final Set<String> COMMANDS =
            Set.of("sh", "bash", "shell", "console", "powershell", "cmd", "bat", "sql");

    boolean isCommand() {
        return COMMANDS.contains(language);
    }

    /** Pages of the course need an engine and no stack, but for the topic that is about the data in it. */
    boolean ofTheCourse() {
        return file.startsWith("docs/exercises") && !file.startsWith("docs/exercises/09-data");
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + text.lines().findFirst().orElse("");
    }
}
