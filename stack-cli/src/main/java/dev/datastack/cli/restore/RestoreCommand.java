package dev.datastack.cli.restore;

import dev.datastack.cli.backup.BackupLock;
import dev.datastack.cli.backup.BackupReader;
import dev.datastack.cli.backup.Passphrase;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Restores a file of 'backup' in place of the data that is there.",
        footer = {
            "",
            "Examples:",
            "  ./stack restore monday.tar            into a stack without data",
            "  ./stack restore monday.tar --force    in place of its data",
            "",
            "The databases are restored beside those that are there and compared; then the services stop, all names are"
                    + " swapped at once, and the services start again. If it is interrupted, the data is the old or the new, whole:"
                    + " run it again. By hand: docs/architecture/backup.md"
        })
public final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--force", description = "Replace the data that is there.")
    private boolean force;

    @Option(
            names = "--with-secrets",
            paramLabel = "PASSPHRASE_FILE",
            description = "Replace the passwords and keys, too; the first line of this file is their passphrase.")
    private @Nullable Path passphraseFile;

    private final Context context;

    public RestoreCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var compose = context.composeWith("postgres");
        var server = context.server();
        var restore = new Restore(compose, server, context.pipes(), context.terminal());
        var passphrase = Optional.ofNullable(passphraseFile).map(Passphrase::in);
        BackupLock.during(
                context.root(),
                Problem.NOT_RESTORED,
                () -> restore.from(new BackupReader(file.toAbsolutePath()), passphrase, force));
        return ExitCode.WELL;
    }
}
