package dev.datastack.cli.upgrade;

import dev.datastack.cli.backup.Backup;
import dev.datastack.cli.backup.BackupLock;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.database.PostgresVersion;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.OneOff;
import dev.datastack.cli.images.bases.Bases;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = "Moves the data to another major version of PostgreSQL.",
        footer = {
            "",
            "Examples:",
            "  ./stack upgrade            from 17 to 18",
            "  ./stack upgrade --to 17    and back, with the rows that have come since",
            "",
            "A server of the new version gets a volume of its own. The data is moved there by a backup, first as a rehearsal"
                    + " while the stack runs, then while nothing writes, and each time rows and checksums are compared."
                    + " Then .env names the new version, and the stack starts with it. The old volume stays as it is."
                    + " If it is interrupted before that, the stack uses the old version: './stack up' starts it again."
                    + " By hand: docs/architecture/backup.md"
        })
public final class UpgradeCommand implements Callable<Integer> {
    @Option(names = "--to", paramLabel = "MAJOR", description = "17 or 18 (default: 18).")
    private int to = PostgresVersion.NEWEST.major();

    @Option(names = "--force", description = "Replace a volume of that version from an earlier time.")
    private boolean force;

    @Option(
            names = {"-y", "--yes"},
            description =
                    "Build a stand-in of the base image from Debian packages without asking, if it cannot be pulled.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Context context;

    public UpgradeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var version = PostgresVersion.of(to)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "The stack knows PostgreSQL 17 and 18, not " + to));
        var compose = context.composeWith("postgres");
        requireOwnSettings();
        int here = context.server().major();
        if (here == version.major()) {
            context.terminal().say("The data is with PostgreSQL " + here + " already.");
            return ExitCode.WELL;
        }
        BackupLock.during(context.root(), Problem.NOT_UPGRADED, () -> upgrade(compose, here, version));
        return ExitCode.WELL;
    }

    private void upgrade(Compose compose, int here, PostgresVersion version) {
        var terminal = context.terminal();
        new Bases(context).ensure(context.settings().with(version.settings()), yes, Bases.ANSWER);
        var project = compose.model().project();
        // Whatever serves the stack is not being filled any more, even if the upgrade to it was interrupted after that.
        PostgresVersion.of(here).ifPresent(served -> volume(project, served).filled());
        var container = new OneOff(
                context.runner(),
                context.root(),
                version.settings(),
                "postgres",
                project + "-postgres-" + version.text());
        var file = new Upgrade(
                        context,
                        compose,
                        new Backup(context.server(), context.pipes(), terminal),
                        new NewServer(compose, container, version, context.time()),
                        volume(project, version))
                .to(version, force);
        report(here, version, project, file);
    }

    private NewVolume volume(String project, PostgresVersion version) {
        return new NewVolume(context.docker(), context.ownership(), context.root(), project, version);
    }

    private void report(int here, PostgresVersion version, String project, Path file) {
        var terminal = context.terminal();
        terminal.say("");
        terminal.say("The stack uses PostgreSQL " + version.text() + " now.");
        PostgresVersion.of(here).ifPresent(before -> {
            terminal.say("  the data of before   volume " + before.volume(project) + ", and " + file);
            terminal.say("  back, with all rows  ./stack upgrade --to " + here + " --force");
            terminal.say("  once you are sure    docker volume rm " + before.volume(project));
        });
    }

    /** The shell's variables would win over what this writes to .env. */
    private void requireOwnSettings() {
        PostgresVersion.fixed(context.settings()).ifPresent(name -> {
            throw new StackException(
                    Problem.NOT_UPGRADED,
                    name + " is set in the shell, so that .env cannot change it.",
                    "to find it in .env alone",
                    "unset " + name);
        });
    }
}
