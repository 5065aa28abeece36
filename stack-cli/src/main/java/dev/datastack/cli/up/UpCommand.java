package dev.datastack.cli.up;

import dev.datastack.cli.build.Images;
import dev.datastack.cli.build.Jars;
import dev.datastack.cli.build.OtherPlatform;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.doctor.FailedStart;
import dev.datastack.cli.host.Platform;
import dev.datastack.cli.identity.ProjectName;
import dev.datastack.cli.images.bases.Bases;
import dev.datastack.cli.mounts.OpenFolders;
import dev.datastack.cli.mounts.YearFiles;
import dev.datastack.cli.open.Doors;
import dev.datastack.cli.open.Doors.Door;
import dev.datastack.cli.ports.OtherLocalhost;
import dev.datastack.cli.ports.PortCheck;
import dev.datastack.cli.ports.PortVariables;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.profile.Limits;
import dev.datastack.cli.profile.Profile;
import dev.datastack.cli.profile.SmallProfile;
import dev.datastack.cli.settings.BuildSecrets;
import dev.datastack.cli.startup.Preparation.Kind;
import dev.datastack.cli.startup.Recording;
import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.up.progress.LiveView;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Builds and starts the stack, and returns when the year is loaded.",
        footer = {
            "",
            "It checks the engine and the ports, gets base images, builds jars and images, and starts the stack. Progress is"
                    + " shown until every service is healthy and the year 2013 is in the warehouse. Ctrl-C stops the"
                    + " watching, not the stack.",
            "",
            "It continues after --timeout as long as there is progress: a container's state or health, a load, a"
                    + " run or task of Airflow. It gives up if the time is over and there has been no progress for three"
                    + " minutes. Before that, it fails only if a service has exited and is not restarted, if a service"
                    + " keeps restarting and there is no other progress for three minutes, or if a load or run failed and"
                    + " Airflow has no retries left. An unhealthy service alone is not a failure.",
            "",
            "Examples:",
            "  ./stack up",
            "  ./stack up --yes --timeout 1200    without a question, on a slow machine",
            "  ./stack up --name monday           a second clone beside the first",
            "  ./stack up --profile small         with less memory for each service"
        })
public final class UpCommand implements Callable<Integer> {
    @Option(
            names = {"-y", "--yes"},
            description =
                    "Answer yes to all questions, including the installation of Docker Engine on Debian and Ubuntu.")
    private boolean yes;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long the stack may take after the start of its first container, or longer while there is"
                    + " progress (default: 600).")
    private int timeout = 600;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The new name of this clone's Compose project; written to .env.")
    private @Nullable String name;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            converter = Profile.Word.class,
            description =
                    "The memory limits: small, for an engine with 2 GB, or default; written to .env. Without it: those of"
                            + " .env, or small if the engine has too little memory for the default.")
    private @Nullable Profile profile;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Context context;

    public UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().requireOrInstall(yes);
        if (name != null) {
            rename(name);
        }
        var compose = onFreePorts(withinLimits(context.composeOrRenamed(yes)));
        var model = compose.model();
        requireMounts(model);
        context.ownership().reserve(model.project(), compose.plainVolumes());
        report(model, recorded(compose, model));
        return ExitCode.WELL;
    }

    /** What 'explain startup' shows; a start that fails is recorded as well. */
    private Duration recorded(Compose compose, ComposeModel model) {
        var recording = new Recording(context.root(), model, context.time(), context.terminal());
        var onCtrlC = context.interrupts().on(recording::interrupted);
        try {
            prepare(compose, model, recording);
            var took = start(compose, model, recording);
            recording.ready();
            return took;
        } catch (StackException e) {
            recording.failed(e);
            throw e;
        } finally {
            onCtrlC.close();
        }
    }

    /** Only the stack of this repository, whose year `up` waits for, has these folders. */
    private void requireMounts(ComposeModel model) {
        if (model.services().stream().anyMatch(service -> service.name().equals("etl-service"))) {
            new YearFiles(context.root()).require();
            if (Platform.here().isLinux()) {
                new OpenFolders(context.root()).require();
            }
        }
        if (!context.docker().info().limitsMemory()) {
            context.terminal()
                    .warn(
                            "stack: this engine enforces no memory limits (rootless on cgroup v1, or a kernel without memory"
                                    + " cgroups): one service can take all memory");
        }
    }

    private void rename(String wanted) {
        if (!ProjectName.isUsable(wanted)) {
            throw new ParameterException(
                    spec.commandLine(), "A project's name has small letters, digits, - and _: '" + wanted + "'");
        }
        context.cloneName().keep(wanted);
    }

    /** With limits that the engine has the memory and the CPUs for. */
    private Compose withinLimits(Compose compose) {
        var small = SmallProfile.in(context.root());
        if (small.isEmpty()) {
            if (profile != null) {
                throw new ParameterException(
                        spec.commandLine(), "This project has no profiles: there is no file " + SmallProfile.FILE);
            }
            return compose;
        }
        return new Limits(
                        context.settings(), context.terminal(), context.docker().info())
                .fit(compose, small.get(), Optional.ofNullable(profile));
    }

    private Compose onFreePorts(Compose compose) {
        var settings = context.settings();
        var check = new PortCheck(context.docker(), new PortVariables(compose, settings), settings, context.terminal());
        var moved = check.settle(compose.model(), compose.states(), yes);
        return moved ? compose.anew() : compose;
    }

    private void prepare(Compose compose, ComposeModel model, Recording recording) {
        var settings = context.settings();
        new BuildSecrets(context.root(), settings, context.terminal()).ensure();
        if (imagesAreKept(model)) {
            context.terminal().say("images: used as they are (STACK_PULL_POLICY=missing)");
            return;
        }
        OtherPlatform.warning(context.environment(), context.docker().platform())
                .ifPresent(context.terminal()::warn);
        var jars = new Jars(context.runner(), context.root(), settings, context.terminal(), context.time());
        var images = new Images(compose, context.docker(), context.terminal(), context.time());
        recording.preparing(Kind.BASES, () -> new Bases(context).ensure(yes, Bases.ANSWER));
        recording.preparing(Kind.JARS, jars::ensure);
        recording.preparing(Kind.IMAGES, () -> images.build(model));
    }

    /** Where they were loaded from a file there may be nothing to build them with. */
    private boolean imagesAreKept(ComposeModel model) {
        return context.settings()
                        .get("STACK_PULL_POLICY")
                        .filter("missing"::equals)
                        .isPresent()
                && model.services().stream()
                        .map(ComposeModel.Service::image)
                        .allMatch(image -> context.images().image(image).isPresent());
    }

    private Duration start(Compose compose, ComposeModel model, Recording recording) {
        var view = LiveView.on(context.terminal());
        var start = new Start(compose, context.docker(), view, context.time(), context.background());
        var sightings = recording.watching(compose, context.docker());
        var watch = context.interrupts().on(this::sayThatItRuns);
        try {
            return start.run(model, Duration.ofSeconds(timeout), sightings);
        } catch (StackException failed) {
            // First, or the time of the looking would count as the start's.
            recording.failed(failed);
            new FailedStart(context).explain();
            throw failed;
        } finally {
            watch.close();
        }
    }

    private void sayThatItRuns() {
        context.terminal()
                .warn("\nstack: interrupted. The services that were started keep running: './stack status' shows it,"
                        + " './stack down' stops it.");
    }

    private void report(ComposeModel model, Duration took) {
        var terminal = context.terminal();
        terminal.say("");
        terminal.say(terminal.paint(Style.GOOD, "The stack is up after " + took.toSeconds() + " s."));
        for (Door door : Doors.of(model)) {
            terminal.say("  %-11s %s".formatted(door.name(), door.url()));
        }
        new OtherLocalhost().warnings(model).forEach(terminal::warn);
        terminal.say("  %-11s ./stack credentials".formatted("passwords"));
        terminal.say("  %-11s ./stack down".formatted("stop"));
    }
}
