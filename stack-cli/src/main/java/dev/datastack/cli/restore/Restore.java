package dev.datastack.cli.restore;

import dev.datastack.cli.backup.BackupReader;
import dev.datastack.cli.backup.Copies;
import dev.datastack.cli.backup.Manifest;
import dev.datastack.cli.backup.PgAdminVolume;
import dev.datastack.cli.database.Server;
import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Puts a backup in the place of the data that is there. The names of the databases tell how far it came: with
 * {@code _restored} a copy that nobody uses yet, with {@code _before} the old data of one that was swapped in. Killed at any
 * moment, it begins anew from what it finds.
 */
final class Restore {
    private static final String RESTORED = "_restored";
    private static final String BEFORE = "_before";

    private final Compose compose;
    private final Server server;
    private final PgAdminVolume pgadmin;
    private final Terminal terminal;

    Restore(Compose compose, Server server, PgAdminVolume pgadmin, Terminal terminal) {
        this.compose = compose;
        this.server = server;
        this.pgadmin = pgadmin;
        this.terminal = terminal;
    }

    void from(BackupReader reader, boolean force) {
        var checking = new StatusLine(terminal, "check");
        checking.now("reading the file to its end");
        var manifest = reader.wholeManifest();
        checking.done("the file is whole: " + manifest.project() + ", " + manifest.time() + ", PostgreSQL "
                + manifest.postgres());
        requireVersion(reader, manifest);
        if (!force) {
            requireEmpty(manifest);
        }
        dropLeftovers();
        requireRoom(manifest);
        var copies = new Copies(server, reader, Problem.NOT_RESTORED);
        for (var database : manifest.databases()) {
            var status = new StatusLine(terminal, "restore");
            status.now(database.name());
            copies.make(database, database.name() + RESTORED);
            status.done(database.name() + ", " + database.content().text() + ": equal to the backup");
        }
        swap(reader, manifest);
    }

    private void swap(BackupReader reader, Manifest manifest) {
        var status = new StatusLine(terminal, "swap");
        status.now("stopping the services");
        stopOthers();
        status.now("the databases");
        server.swap();
        status.now("pgAdmin's settings");
        restorePgAdmin(reader, manifest);
        status.done("the restored data is in place");
        var starting = new StatusLine(terminal, "start");
        starting.now("the services");
        compose.start().orThrow();
        dropLeftovers();
        starting.done("the services start again; the old data is dropped");
    }

    /** What a run that was killed has left as well: its databases that nobody uses. */
    private void dropLeftovers() {
        for (var ending : new String[] {RESTORED, BEFORE}) {
            Server.DATABASES.forEach(name -> server.drop(name + ending));
        }
    }

    private void stopOthers() {
        var others = ServiceState.runningServices(compose.states()).stream()
                .filter(service -> !service.equals("postgres"))
                .toArray(String[]::new);
        if (others.length > 0) {
            compose.stop(others).orThrow();
        }
    }

    private void restorePgAdmin(BackupReader reader, Manifest manifest) {
        try {
            var member = manifest.member(Manifest.PGADMIN);
            pgadmin.restore(member.sha256(), out -> reader.copy(member.name(), out))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireVersion(BackupReader reader, Manifest manifest) {
        var here = server.version();
        if (manifest.major() > Integer.parseInt(here.split("\\.", 2)[0])) {
            throw reader.refused(
                    "it is from PostgreSQL " + manifest.postgres() + ", and here is the older " + here + ".");
        }
    }

    /** A stack that was just started has no flights and no loads. */
    private void requireEmpty(Manifest manifest) {
        var here = server.content("warehouse");
        if (here.rows("core.", "mart.", "etl.load") > 0) {
            throw new StackException(
                    Problem.NOT_RESTORED,
                    "the warehouse holds data, and a restore replaces it. Nothing was changed. Here: warehouse "
                            + here.text() + ", airflow "
                            + server.content("airflow").text() + ". The backup: " + text(manifest) + ".",
                    "to find a stack without data",
                    "keep what is there with './stack backup', then add --force");
        }
    }

    private static String text(Manifest manifest) {
        var text = new StringBuilder();
        for (var database : manifest.databases()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(database.name() + " " + database.content().text());
        }
        return text.toString();
    }

    private void requireRoom(Manifest manifest) {
        // Old and new are there at the same time.
        long needed = manifest.bytes();
        long free = server.free();
        if (free < needed) {
            throw new StackException(
                    Problem.NOT_RESTORED,
                    "the database's disk has " + Bytes.text(free)
                            + " left, and a restore beside the data that is there takes up to " + Bytes.text(needed)
                            + ".",
                    "df in the container of postgres",
                    "make room: docker system df shows what takes it");
        }
    }
}
