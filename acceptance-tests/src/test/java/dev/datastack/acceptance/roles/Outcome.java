package dev.datastack.acceptance.roles;

import java.sql.SQLException;
import java.util.Optional;

/** How a statement ended. What is none of these is a fault of the list, or of the server. */
enum Outcome {
    DONE("yes"),
    DENIED("no"),
    MEMORY("ends: out of memory"),
    DISK("ends: `temp_file_limit`"),
    TIME("ends: `statement_timeout`"),
    SIZE("ends: too large");

    final String inTable;

    Outcome(String inTable) {
        this.inTable = inTable;
    }

    static Optional<Outcome> of(SQLException refusal) {
        return Optional.ofNullable(
                switch (String.valueOf(refusal.getSQLState())) {
                    case "42501" -> DENIED;
                    case "53200" -> MEMORY;
                    case "53400" -> DISK;
                    case "57014" -> TIME;
                    case "54000", "22003" -> SIZE;
                    default -> null;
                });
    }
}
