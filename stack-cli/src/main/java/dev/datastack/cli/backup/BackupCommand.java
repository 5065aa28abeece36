package dev.datastack.cli.backup;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Backs up both databases and pgAdmin's settings to one file.",
        footer = {
            "",
            "Examples:",
            "  ./stack backup                          PROJECT-20130101-120000.tar in this folder",
            "  ./stack backup /mnt/usb/monday.tar",
            "  ./stack backup monday.tar --with-secrets passphrase.txt",
            "  tar -xf monday.tar && sha256sum --check SHA256SUMS",
            "",
            "It may run during loads: each dump is one snapshot. Before the file gets its name, it is restored once into a"
                    + " database of its own, and the rows and checksums of each table are compared. Without"
                    + " --with-secrets, the file has no passwords. By hand: docs/architecture/backup.md"
        })
public final class BackupCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: the project's name and the time.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Overwrite an existing file.")
    private boolean force;

    @Option(
            names = "--with-secrets",
            paramLabel = "PASSPHRASE_FILE",
            description = "Include the passwords and keys, encrypted with the first line of this file.")
    private @Nullable Path passphraseFile;

    @Option(names = "--json", description = "Print the manifest as JSON.")
    private boolean json;

    private final Context context;

    public BackupCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var compose = context.composeWith("postgres");
        var project = compose.model().project();
        var now = context.time().now();
        var target = (file == null ? Path.of(project + "-" + STAMP.format(now) + ".tar") : file).toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new StackException(
                    Problem.BACKUP_NOT_WRITTEN,
                    target + " is a folder.",
                    "to write the data into one file",
                    "name a file in it: ./stack backup " + target.resolve("backup.tar"));
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new StackException(
                    Problem.BACKUP_NOT_WRITTEN,
                    target + " is a device or a pipe, and a backup is restored once from its file before it is done.",
                    "to write the data into one file",
                    "name a file: ./stack backup " + target.resolveSibling("backup.tar"));
        }
        if (Files.exists(target) && !force) {
            throw new StackException(
                    Problem.BACKUP_NOT_WRITTEN,
                    target + " already exists.",
                    "to write the data into one file",
                    "use another name, or --force to overwrite it");
        }
        var terminal = json ? context.terminal().toErr() : context.terminal();
        var backup = new Backup(context.server(), context.pipes(), terminal);
        var passphrase = Optional.ofNullable(passphraseFile).map(Passphrase::in);
        var wanted = new Backup.Wanted(context.root(), project, now, target, passphrase);
        BackupLock.during(context.root(), Problem.BACKUP_NOT_WRITTEN, () -> {
            var manifest = backup.write(wanted);
            var missing = context.server().notBackedUp();
            if (!missing.isEmpty()) {
                terminal.say("backup: not in it, so save it yourself: " + String.join(", ", missing));
            }
            terminal.say("backup: " + target + ", " + Bytes.text(target.toFile().length()));
            if (json) {
                context.terminal().say(BackupWriter.JSON.writeValueAsString(manifest));
            }
        });
        return ExitCode.WELL;
    }
}
