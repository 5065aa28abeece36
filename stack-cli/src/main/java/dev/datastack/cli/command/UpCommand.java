package dev.datastack.cli.command;

import dev.datastack.cli.bases.Bases;
import dev.datastack.cli.build.Images;
import dev.datastack.cli.build.Jars;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.doors.Door;
import dev.datastack.cli.doors.Doors;
import dev.datastack.cli.ports.PortCheck;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.progress.View;
import dev.datastack.cli.settings.CaBundle;
import dev.datastack.cli.start.Start;
import dev.datastack.cli.terminal.Style;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Builds and starts everything, and returns when the year is loaded.",
        footer = {
            "",
            "The steps: an engine that is new enough, free ports, base images, jars, images, the start. Progress is"
                    + " shown until every service is healthy and the year 2013 is in the warehouse. Ctrl-C stops the"
                    + " watching, not the stack."
        })
final class UpCommand implements Callable<Integer> {
    @Option(
            names = {"-y", "--yes"},
            description = "Answer every question with yes, installing Docker Engine on Debian and Ubuntu included.")
    private boolean yes;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long the stack may take from the start of its first container (default: 600).")
    private int timeout = 600;

    private final Context context;

    UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().requireOrInstall(yes);
        var compose = context.compose();
        var model = compose.model();
        new PortCheck(context.docker()).require(model, compose.states());
        prepare(model);
        var took = start(model);
        report(model, took);
        return ExitCode.WELL;
    }

    private void prepare(ComposeModel model) {
        if (imagesAreKept(model)) {
            context.terminal().say("images: used as they are (STACK_PULL_POLICY=missing)");
            return;
        }
        var settings = context.settings();
        var clock = (java.util.function.Supplier<java.time.Instant>) context.time()::now;
        new CaBundle(settings, context.terminal()).ensure();
        context.bases().ensure(yes, Bases.ANSWER);
        new Jars(context.runner(), context.root(), settings, context.terminal(), clock).ensure();
        new Images(context.compose(), context.docker(), context.terminal(), clock).build(model);
    }

    /** Where they were loaded from a file there may be nothing to build them with. */
    private boolean imagesAreKept(ComposeModel model) {
        return context.settings()
                        .get("STACK_PULL_POLICY")
                        .filter("missing"::equals)
                        .isPresent()
                && model.services().stream()
                        .map(ComposeModel.Service::image)
                        .allMatch(image -> context.docker().image(image).isPresent());
    }

    private Duration start(ComposeModel model) {
        var view = View.on(context.terminal());
        var start = new Start(context.compose(), context.docker(), view, context.time(), context.background());
        var watch = context.interrupts().on(this::sayThatItRuns);
        try {
            return start.run(model, Duration.ofSeconds(timeout));
        } finally {
            watch.close();
        }
    }

    private void sayThatItRuns() {
        context.terminal()
                .warn("\nstack: interrupted. What was started keeps running: './stack status' shows it,"
                        + " './stack down' stops it.");
    }

    private void report(ComposeModel model, Duration took) {
        var terminal = context.terminal();
        terminal.say("");
        terminal.say(terminal.paint(Style.GOOD, "The stack is up after " + took.toSeconds() + " s."));
        for (Door door : Doors.of(model)) {
            terminal.say("  %-11s %s".formatted(door.name(), door.url()));
        }
        terminal.say("  %-11s ./stack credentials".formatted("passwords"));
        terminal.say("  %-11s ./stack down".formatted("stop"));
    }
}
