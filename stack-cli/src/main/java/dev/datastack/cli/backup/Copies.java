package dev.datastack.cli.backup;

import dev.datastack.cli.database.Server;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes databases out of a backup, and compares each with what the backup says of it. */
public final class Copies {
    private final Server server;
    private final BackupReader reader;
    private final Problem problem;

    /** The problem is what it is to the caller when a copy is not equal. */
    public Copies(Server server, BackupReader reader, Problem problem) {
        this.server = server;
        this.reader = reader;
        this.problem = problem;
    }

    /** The new database has its original's owner. */
    public void make(Manifest.Database database, String name) {
        server.createLike(database.name(), name);
        try {
            server.restore(name, out -> reader.copy(database.member(), out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var differences = database.content().differences(server.content(name));
        if (!differences.isEmpty()) {
            server.drop(name);
            throw new StackException(
                            problem,
                            "the copy of " + database.name() + " is not equal to what was backed up.",
                            "pg_restore into the database " + name + ", rows and checksums of each table",
                            "take another backup; if it happens again, report the lines above")
                    .showing(differences);
        }
    }
}
