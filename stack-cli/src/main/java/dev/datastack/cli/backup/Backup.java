package dev.datastack.cli.backup;

import dev.datastack.cli.database.Content;
import dev.datastack.cli.database.Server;
import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.docker.Pipes;
import dev.datastack.cli.docker.TarFiles;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.CommandRunner.Sink;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes a backup beside its place, restores it once, compares, and gives it its name at the end. */
public final class Backup {
    private static final String SCRATCH = "backup_check_";
    private static final String ELSEWHERE = "choose another folder: ./stack backup /path/to/file.tar";
    private static final String ENGINES = "make room: docker system df shows what the engine keeps";

    private final Server server;
    private final PgAdminVolume pgadmin;
    private final SecretsVolume secrets;
    private final Terminal terminal;

    public Backup(Server server, Pipes pipes, Terminal terminal) {
        this.server = server;
        this.pgadmin = new PgAdminVolume(pipes);
        this.secrets = new SecretsVolume(pipes);
        this.terminal = terminal;
    }

    /** Of a project at a time, into a file; with its secrets where there is a passphrase. */
    public record Wanted(Path root, String project, Instant now, Path file, Optional<Passphrase> passphrase) {
        Path partial() {
            return file.resolveSibling(file.getFileName() + ".partial");
        }
    }

    private interface Printing {
        Finished into(Sink sink) throws IOException;
    }

    public Manifest write(Wanted wanted) {
        requireRoom(wanted);
        dropLeftovers(server);
        try (var staging = Staging.in(wanted.root())) {
            var manifest = gather(wanted, staging);
            requireRoom(wanted.file(), manifest);
            BackupWriter.write(wanted.partial(), manifest, staging.folder());
            verify(wanted.partial());
            Files.move(
                    wanted.partial(),
                    wanted.file(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } catch (IOException e) {
            throw notWritten("writing " + wanted.file() + " ended with: " + e + ".", ELSEWHERE);
        } finally {
            deletePartial(wanted.partial());
        }
    }

    /** Of a run that was killed. */
    public static void dropLeftovers(Server server) {
        server.named(SCRATCH.replace("_", "\\_") + "%").forEach(server::drop);
    }

    private Manifest gather(Wanted wanted, Staging staging) throws IOException {
        var members = new ArrayList<Manifest.Member>();
        var databases = new ArrayList<Manifest.Database>();
        for (var name : Server.DATABASES) {
            var size = server.bytes(List.of(name));
            var database = new Manifest.Database(name, size, dump(name, staging.file(name + ".dump")));
            databases.add(database);
            members.add(BackupWriter.member(staging.file(database.member())));
        }
        print(Manifest.PGADMIN, staging.file(Manifest.PGADMIN), pgadmin::save);
        requirePgAdmin(staging.file(Manifest.PGADMIN));
        members.add(BackupWriter.member(staging.file(Manifest.PGADMIN)));
        if (wanted.passphrase().isPresent()) {
            members.add(secrets(wanted.passphrase().get(), staging.file(Manifest.SECRETS)));
        }
        return new Manifest(
                Manifest.FORMAT,
                wanted.now().toString(),
                wanted.project(),
                server.version(),
                server.schema(),
                databases,
                members);
    }

    private Manifest.Member secrets(Passphrase passphrase, Path file) throws IOException {
        var tar = secrets.save();
        Files.write(file, passphrase.seal(tar, new SecureRandom()));
        if (!SecretsVolume.isTar(tar)
                || !passphrase
                        .open(Files.readAllBytes(file))
                        .filter(opened -> Arrays.equals(opened, tar))
                        .isPresent()) {
            throw notWritten(
                    "what was read of the volume of secrets is not a tar of it.",
                    "build the images with './stack up', and run it again");
        }
        new StatusLine(terminal, "dump").done("secrets, encrypted with the passphrase");
        return BackupWriter.member(file);
    }

    /** Compose may print among the bytes what a build says. */
    private static void requirePgAdmin(Path tar) throws IOException {
        try (var in = Files.newInputStream(tar)) {
            if (!TarFiles.contents(in).paths().contains("pgadmin4.db")) {
                throw notWritten(
                        "what was read of pgAdmin's volume is not a tar of it.",
                        "build the images with './stack up', and run it again");
            }
        }
    }

    private Content dump(String name, Path file) throws IOException {
        var content = Server.content(print(name, file, sink -> server.dump(name, sink)));
        new StatusLine(terminal, "dump").done(name + ", " + content.text());
        return content;
    }

    private Finished print(String name, Path file, Printing printing) throws IOException {
        var status = new StatusLine(terminal, "dump");
        status.now(name);
        var finished = printing.into(bytes -> Files.copy(bytes, file));
        status.clear();
        if (!finished.well()) {
            throw notWritten(
                            "the dump of " + name + " ended with exit code " + finished.exitCode() + ": "
                                    + finished.lastWords() + ".",
                            "run this by hand to see more: " + finished.call().text()
                                    + "; after an update of this clone, './stack up' builds the images first")
                    .showing(finished.err().stream()
                            .filter(line -> line.contains("rror"))
                            .toList());
        }
        return finished;
    }

    private void verify(Path file) {
        var reader = new BackupReader(file);
        var manifest = reader.wholeManifest();
        var copies = new Copies(server, reader, Problem.BACKUP_NOT_WRITTEN);
        for (var database : manifest.databases()) {
            var status = new StatusLine(terminal, "check");
            status.now("restoring " + database.name() + " into a database of its own");
            var scratch = SCRATCH + Long.toString(System.nanoTime() & Long.MAX_VALUE, 36);
            copies.make(database, scratch);
            server.drop(scratch);
            status.done(database.name() + " was restored once: rows and checksums are equal");
        }
    }

    /** One copy of a database at a time in the container, and the dumps, which are smaller, in the clone's folder. */
    private void requireRoom(Wanted wanted) {
        long needed = Server.DATABASES.stream()
                .mapToLong(name -> server.bytes(List.of(name)))
                .max()
                .orElse(0);
        requireRoom("the database's disk", needed, server.free(), ENGINES);
        requireRoom("the disk of this clone", needed, wanted.root().toFile().getUsableSpace(), ENGINES);
        var folder = wanted.file().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw notWritten(
                    folder + " is no folder.",
                    folder != null && Files.exists(folder) ? "choose another folder" : "create it: mkdir -p " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw notWritten("nothing can be written to " + folder + ".", ELSEWHERE);
        }
    }

    private static void requireRoom(Path file, Manifest manifest) {
        long needed =
                manifest.members().stream().mapToLong(Manifest.Member::bytes).sum();
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            requireRoom("the disk of " + folder, needed, folder.toFile().getUsableSpace(), ELSEWHERE);
        }
    }

    private static void requireRoom(String where, long needed, long free, String cure) {
        if (free < needed) {
            throw notWritten(
                    where + " has " + Bytes.text(free) + " left, and the backup needs up to " + Bytes.text(needed)
                            + ".",
                    cure);
        }
    }

    /** What the writing ended with is told, and not that this does as well, such as for a name that is too long. */
    private static void deletePartial(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            return;
        }
    }

    private static StackException notWritten(String what, String next) {
        return new StackException(Problem.BACKUP_NOT_WRITTEN, what, "to write the data into one file", next);
    }
}
