package dev.datastack.cli.backup;

import dev.datastack.cli.database.Server;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * Databases made out of a backup, each compared with what the backup says of it: under any name, or beside the one that is
 * there and then in its place. The names tell how far that came: {@code _restored} is a copy that nobody uses yet,
 * {@code _before} the old data of one that was swapped in.
 */
public final class Copies {
    private static final String RESTORED = "_restored";
    private static final String BEFORE = "_before";
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");

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
            var restored = server.restore(name, out -> reader.copy(database.member(), out));
            if (!restored.well()) {
                server.drop(name);
                throw notFilled(database, restored);
            }
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

    /** The most frequent reason: a role that somebody made by hand is not part of a database. */
    private StackException notFilled(Manifest.Database database, Finished restored) {
        var role = MISSING_ROLE.matcher(restored.errText());
        var next = "correct what the lines above say, and run it again";
        if (role.find()) {
            var name = role.group(1);
            next = problem == Problem.NOT_UPGRADED
                    ? "take from that role what it owns and may do, and run it again: ./stack psql -c 'REASSIGN OWNED BY \""
                            + name + "\" TO etl' -c 'DROP OWNED BY \"" + name + "\"'"
                    : "create that role, and run it again: ./stack psql -c 'CREATE ROLE \"" + name + "\"'";
        }
        return new StackException(
                        problem,
                        "the dump of " + database.name() + " cannot be restored on this server.",
                        restored.call().text(),
                        next)
                .showing(restored.err());
    }

    /** All databases of the backup, none of which is used yet. */
    public void makeBeside(Manifest manifest, Terminal terminal) {
        for (var database : manifest.databases()) {
            var status = new StatusLine(terminal, "restore");
            status.now(database.name());
            make(database, database.name() + RESTORED);
            status.done(database.name() + ", " + database.content().text() + ": equal to the backup");
        }
    }

    public void swap() {
        server.swap();
    }

    /** What a run that was killed has left as well: its databases that nobody uses. */
    public static void dropLeftovers(Server server) {
        for (var ending : new String[] {RESTORED, BEFORE}) {
            Server.DATABASES.forEach(name -> server.drop(name + ending));
        }
    }
}
