package dev.datastack.cli.command;

import dev.datastack.cli.backup.BackupCommand;
import dev.datastack.cli.clean.CleanCommand;
import dev.datastack.cli.completion.CompletionCommand;
import dev.datastack.cli.context.Context;
import dev.datastack.cli.course.CourseCheckCommand;
import dev.datastack.cli.course.CourseHintCommand;
import dev.datastack.cli.course.CourseListCommand;
import dev.datastack.cli.course.CourseResetCommand;
import dev.datastack.cli.course.CourseSolutionCommand;
import dev.datastack.cli.course.CourseStartCommand;
import dev.datastack.cli.course.CourseVerifyCommand;
import dev.datastack.cli.course.CourseWatchCommand;
import dev.datastack.cli.course.drill.CourseDrillCommand;
import dev.datastack.cli.course.drill.DrillCheckCommand;
import dev.datastack.cli.course.drill.DrillHintCommand;
import dev.datastack.cli.course.grade.CourseGradeCommand;
import dev.datastack.cli.course.report.CourseReportCommand;
import dev.datastack.cli.credentials.CredentialsCommand;
import dev.datastack.cli.demo.DemoCommand;
import dev.datastack.cli.doctor.DoctorCommand;
import dev.datastack.cli.down.DownCommand;
import dev.datastack.cli.engine.install.EngineInstallCommand;
import dev.datastack.cli.etl.EtlLoadCommand;
import dev.datastack.cli.etl.EtlRejectsCommand;
import dev.datastack.cli.etl.EtlStatusCommand;
import dev.datastack.cli.explain.ExplainImagesCommand;
import dev.datastack.cli.explain.startup.ExplainStartupCommand;
import dev.datastack.cli.images.archive.ImagesLoadCommand;
import dev.datastack.cli.images.archive.ImagesSaveCommand;
import dev.datastack.cli.images.bases.ImagesBasesCommand;
import dev.datastack.cli.images.sbom.ImagesSbomCommand;
import dev.datastack.cli.logs.LogsCommand;
import dev.datastack.cli.open.OpenCommand;
import dev.datastack.cli.problem.ErrorPrinter;
import dev.datastack.cli.psql.PsqlCommand;
import dev.datastack.cli.restart.RestartCommand;
import dev.datastack.cli.restore.RestoreCommand;
import dev.datastack.cli.status.StatusCommand;
import dev.datastack.cli.up.UpCommand;
import dev.datastack.cli.upgrade.UpgradeCommand;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The whole command line, put together: each verb is a class beside the code that it calls. */
final class Verbs {
    /** Made by name, since what a verb is made of takes longer to read than most verbs take to run. */
    private static final Map<String, Function<Context, CommandLine>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("up", context -> new CommandLine(new UpCommand(context)));
        VERBS.put("down", context -> new CommandLine(new DownCommand(context)));
        VERBS.put("status", context -> new CommandLine(new StatusCommand(context)));
        VERBS.put("logs", context -> new CommandLine(new LogsCommand(context)));
        VERBS.put("restart", context -> new CommandLine(new RestartCommand(context)));
        VERBS.put("open", context -> new CommandLine(new OpenCommand(context)));
        VERBS.put("credentials", context -> new CommandLine(new CredentialsCommand(context)));
        VERBS.put("explain", Verbs::explain);
        // Its options are psql's, --help included.
        VERBS.put(
                "psql",
                context -> new CommandLine(new PsqlCommand(context)).setUnmatchedOptionsArePositionalParams(true));
        VERBS.put("etl", Verbs::etl);
        VERBS.put("course", Verbs::course);
        VERBS.put("demo", context -> new CommandLine(new DemoCommand(context)));
        VERBS.put("images", Verbs::images);
        VERBS.put("doctor", context -> new CommandLine(new DoctorCommand(context)));
        VERBS.put("backup", context -> new CommandLine(new BackupCommand(context)));
        VERBS.put("restore", context -> new CommandLine(new RestoreCommand(context)));
        VERBS.put("upgrade", context -> new CommandLine(new UpgradeCommand(context)));
        VERBS.put("clean", context -> new CommandLine(new CleanCommand(context)));
        VERBS.put("completion", context -> new CommandLine(new CompletionCommand(context, Verbs::commandLine)));
        VERBS.put("engine", Verbs::engine);
    }

    private Verbs() {}

    /** Only the verb that was typed is made; all of them are where the first word is none, for help or for a hint. */
    static int run(Context context, String... arguments) {
        var typed = Stream.of(arguments).limit(1).filter(VERBS::containsKey).toList();
        return commandLine(context, typed.isEmpty() ? VERBS.keySet() : typed).execute(arguments);
    }

    static CommandLine commandLine(Context context) {
        return commandLine(context, VERBS.keySet());
    }

    private static CommandLine commandLine(Context context, Collection<String> names) {
        var line = new CommandLine(new StackCommand());
        VERBS.forEach((name, verb) -> {
            if (names.contains(name)) {
                line.addSubcommand(name, verb.apply(context));
            }
        });
        HelpGroups.install(line);
        var printer = new ErrorPrinter(context.terminal(), context.environment());
        return line.setOut(context.terminal().out())
                .setErr(context.terminal().err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((thrown, command, parsed) -> printer.print(thrown));
    }

    private static CommandLine explain(Context context) {
        return group(
                "explain",
                "Explains this stack in figures: images, startup.",
                new ExplainImagesCommand(context),
                new ExplainStartupCommand(context));
    }

    private static CommandLine etl(Context context) {
        return group(
                "etl",
                "The ETL service's loads: load, status, rejects.",
                new EtlLoadCommand(context),
                new EtlStatusCommand(context),
                new EtlRejectsCommand(context));
    }

    private static CommandLine images(Context context) {
        return group(
                "images",
                "The images and their bases: bases, save, load, sbom.",
                new ImagesBasesCommand(context),
                new ImagesSaveCommand(context),
                new ImagesLoadCommand(context),
                new ImagesSbomCommand(context));
    }

    private static CommandLine engine(Context context) {
        return group("engine", "The Docker engine: install.", new EngineInstallCommand(context));
    }

    private static CommandLine course(Context context) {
        return group(
                "course",
                "Broken exercises to repair, with checks.",
                new CourseListCommand(context),
                new CourseStartCommand(context),
                new CourseCheckCommand(context),
                new CourseWatchCommand(context),
                new CourseHintCommand(context),
                new CourseResetCommand(context),
                new CourseSolutionCommand(context),
                new CourseVerifyCommand(context),
                new CourseGradeCommand(context),
                new CourseReportCommand(context),
                new CommandLine(new CourseDrillCommand(context))
                        .addSubcommand(new DrillCheckCommand(context))
                        .addSubcommand(new DrillHintCommand(context)));
    }

    /** A word that does nothing but introduce the verbs under it. */
    private static CommandLine group(String name, String description, Object... verbs) {
        var spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(description)
                .synopsisSubcommandLabel("VERB")
                .footer("", "Examples: stack " + name + " VERB --help");
        var line = new CommandLine(spec);
        for (var verb : verbs) {
            line.addSubcommand(verb);
        }
        return line;
    }
}
