package dev.datastack.cli.restore;

import dev.datastack.cli.backup.BackupReader;
import dev.datastack.cli.backup.Copies;
import dev.datastack.cli.backup.Manifest;
import dev.datastack.cli.backup.Passphrase;
import dev.datastack.cli.backup.PgAdminVolume;
import dev.datastack.cli.backup.SecretsVolume;
import dev.datastack.cli.database.Server;
import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.OtherServices;
import dev.datastack.cli.docker.Pipes;
import dev.datastack.cli.docker.UpOption;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts a backup in the place of the data that is there. Killed at any moment, it begins anew from what it finds. */
final class Restore {
    private static final Duration START = Duration.ofMinutes(10);

    private final Compose compose;
    private final Server server;
    private final PgAdminVolume pgadmin;
    private final SecretsVolume secrets;
    private final Terminal terminal;

    Restore(Compose compose, Server server, Pipes pipes, Terminal terminal) {
        this.compose = compose;
        this.server = server;
        this.pgadmin = new PgAdminVolume(pipes);
        this.secrets = new SecretsVolume(pipes);
        this.terminal = terminal;
    }

    void from(BackupReader reader, Optional<Passphrase> passphrase, boolean force) {
        var checking = new StatusLine(terminal, "check");
        checking.now("reading the file to its end");
        var manifest = reader.wholeManifest();
        checking.done("the file is whole: " + manifest.project() + ", " + manifest.time() + ", PostgreSQL "
                + manifest.postgres());
        requireVersion(reader, manifest);
        var keys = passphrase.map(given -> opened(reader, manifest, given));
        if (keys.isEmpty() && manifest.hasSecrets()) {
            terminal.say("check: the secrets in it are not restored; --with-secrets PASSPHRASE_FILE does that");
        }
        if (!force) {
            requireEmpty(manifest);
        }
        var copies = new Copies(server, reader, Problem.NOT_RESTORED);
        Copies.dropLeftovers(server);
        requireRoom(manifest);
        copies.makeBeside(manifest, terminal);
        swap(copies, reader, manifest, keys);
    }

    private void swap(Copies copies, BackupReader reader, Manifest manifest, Optional<byte[]> keys) {
        var status = new StatusLine(terminal, "swap");
        status.now("stopping the services");
        // Also those that a run which was killed has stopped.
        var others = OtherServices.than("postgres", compose);
        others.stop();
        status.now("the databases");
        copies.swap();
        status.now("pgAdmin's settings");
        restorePgAdmin(reader, manifest);
        keys.ifPresent(this::restoreSecrets);
        status.done("the restored data is in place");
        var starting = new StatusLine(terminal, "start");
        starting.now("the services");
        try {
            others.start();
        } catch (CommandException e) {
            starting.clear();
            throw notStarted(e);
        }
        Copies.dropLeftovers(server);
        starting.done("the services start again ('./stack status --watch' shows when they are healthy); the old data is"
                + " dropped");
    }

    /** Such as Airflow, whose connections were encrypted with a key that only the secrets of the backup have. */
    private StackException notStarted(CommandException why) {
        var oneShots = compose.model().services().stream()
                .filter(Service::oneShot)
                .map(Service::name)
                .toList();
        var lines = compose.states().stream()
                .filter(state -> oneShots.contains(state.service()) && state.exitCode() != 0)
                .flatMap(state -> compose.lastLines(state.service(), 1).stream())
                .toList();
        return new StackException(
                        Problem.SERVICE_FAILED,
                        "the restored data is in place, but not all services started again: " + why.what(),
                        why.tried(),
                        "do what the lines above say, and start the rest with './stack up'; where they name the Fernet key,"
                                + " a backup and a restore that were made with --with-secrets bring it along")
                .showing(lines);
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

    /** Before anything is changed. */
    private static byte[] opened(BackupReader reader, Manifest manifest, Passphrase passphrase) {
        if (!manifest.hasSecrets()) {
            throw reader.refused(
                    "it has no secrets: it was written without --with-secrets.",
                    "restore it without --with-secrets, or use a backup that was written with it");
        }
        var sealed = new ByteArrayOutputStream();
        try {
            reader.copy(Manifest.SECRETS, sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return passphrase
                .open(sealed.toByteArray())
                .filter(SecretsVolume::isTar)
                .orElseThrow(() -> reader.refused(
                        "this is not the passphrase of its secrets.",
                        "use the passphrase with which it was written, or restore it without --with-secrets"));
    }

    /** PostgreSQL gives its roles the new passwords when it starts. */
    private void restoreSecrets(byte[] tar) {
        try {
            secrets.restore(tar).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        compose.restart(List.of("postgres"), line -> {}).orThrow();
        compose.up(START, List.of("postgres"), UpOption.NO_BUILD, UpOption.WAIT).orThrow();
    }

    private void requireVersion(BackupReader reader, Manifest manifest) {
        var here = server.version();
        if (manifest.major() > server.major()) {
            throw reader.refused(
                    "it is from PostgreSQL " + manifest.postgres() + ", and here is the older " + here + ".",
                    "move this stack to the newer version first: ./stack upgrade");
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
