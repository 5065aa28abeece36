package dev.datastack.cli.upgrade;

import dev.datastack.cli.backup.Backup;
import dev.datastack.cli.backup.BackupReader;
import dev.datastack.cli.backup.Copies;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.database.PostgresVersion;
import dev.datastack.cli.database.Server;
import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.OtherServices;
import dev.datastack.cli.docker.UpOption;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.terminal.StatusLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves the data to a server of another version: once as a rehearsal while the stack is at work, and once more while
 * nothing writes. Until both names are in .env the old server and its volume serve the stack, whatever happens here.
 */
final class Upgrade {
    private static final Duration START = Duration.ofMinutes(30);
    private static final String DATABASE = "postgres";

    private final Context context;
    private final Compose compose;
    private final Server old;
    private final Backup backup;
    private final NewServer next;
    private final NewVolume volume;

    Upgrade(Context context, Compose compose, Backup backup, NewServer next, NewVolume volume) {
        this.context = context;
        this.compose = compose;
        this.old = context.server();
        this.backup = backup;
        this.next = next;
        this.volume = volume;
    }

    /** Returned is the backup of the moment before. */
    Path to(PostgresVersion version, boolean replace) {
        requireOnlyOurs();
        requireRoom();
        var others = OtherServices.than(DATABASE, compose);
        var file = context.root().resolve(".stack/before-" + version.text() + ".tar");
        boolean moved = false;
        next.remove();
        try {
            begin(replace);
            move("rehearsal", file);
            stop(others);
            move("move", file);
            next.stop();
            context.settings().keep(version.settings());
            moved = true;
        } finally {
            if (!moved) {
                next.remove();
                others.start();
            }
        }
        volume.filled();
        start(others);
        return file;
    }

    private void begin(boolean replace) {
        var status = status("new");
        volume.create(replace);
        next.start(status);
        status.done("PostgreSQL " + next.server().version() + " is up on the volume " + volume.name());
    }

    private void stop(OtherServices others) {
        var status = status("stop");
        status.now("the services");
        others.stop();
        status.done("the services are stopped, PostgreSQL is not");
    }

    private void move(String name, Path file) {
        var terminal = context.terminal();
        terminal.say(name + ": a backup from PostgreSQL " + old.version() + ", restored in "
                + next.server().version());
        var properties = properties();
        var project = compose.model().project();
        backup.write(new Backup.Wanted(context.root(), project, context.time().now(), file, Optional.empty()));
        var reader = new BackupReader(file);
        var copies = new Copies(next.server(), reader, Problem.NOT_UPGRADED);
        copies.makeBeside(reader.wholeManifest(), terminal);
        copies.swap();
        Copies.dropLeftovers(next.server());
        next.server().adopt(properties).forEach(line -> terminal.say(name + ": left out, " + line));
    }

    private String properties() {
        try {
            return old.properties();
        } catch (CommandException e) {
            throw new StackException(
                    Problem.NOT_UPGRADED,
                    "the settings of the databases cannot be read: " + e.what(),
                    e.tried(),
                    "after an update of this clone, './stack up' brings the scripts into the container; run it first");
        }
    }

    private void start(OtherServices others) {
        var status = status("start");
        status.now("the services");
        var services = new ArrayList<>(List.of(DATABASE));
        services.addAll(others.names());
        compose.anew().up(START, services, UpOption.WAIT).orThrow();
        status.done("the services are healthy");
    }

    private StatusLine status(String name) {
        return new StatusLine(context.terminal(), name);
    }

    /** They would stay behind in the old volume. */
    private void requireOnlyOurs() {
        Backup.dropLeftovers(old);
        Copies.dropLeftovers(old);
        var strangers = old.strangers();
        if (!strangers.isEmpty()) {
            var first = new Stranger(strangers.get(0));
            throw new StackException(
                    Problem.NOT_UPGRADED,
                    "this server has databases that are not the stack's: " + String.join(", ", strangers)
                            + ". They would stay behind in the old volume.",
                    "to find the databases " + String.join(" and ", Server.DATABASES) + " alone",
                    "save each one, and drop it: " + first.saved() + "; " + first.dropped());
        }
    }

    /** Two copies of each database at a time on the new server, and one on the old. */
    private void requireRoom() {
        long needed = 3 * old.bytes(Server.DATABASES);
        long free = old.free();
        if (free < needed) {
            throw new StackException(
                    Problem.NOT_UPGRADED,
                    "the database's disk has " + Bytes.text(free) + " left, and an upgrade takes up to "
                            + Bytes.text(needed) + " more while it is at work.",
                    "df in the container of postgres",
                    "make room: docker system df shows what takes it");
        }
    }
}
