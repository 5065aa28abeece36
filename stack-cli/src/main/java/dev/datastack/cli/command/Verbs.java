package dev.datastack.cli.command;

import dev.datastack.cli.backup.BackupCommand;
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
import dev.datastack.cli.images.archive.ImagesLoadCommand;
import dev.datastack.cli.images.archive.ImagesSaveCommand;
import dev.datastack.cli.images.bases.ImagesBasesCommand;
import dev.datastack.cli.images.sbom.ImagesSbomCommand;
import dev.datastack.cli.logs.LogsCommand;
import dev.datastack.cli.open.OpenCommand;
import dev.datastack.cli.problem.ErrorPrinter;
import dev.datastack.cli.psql.PsqlCommand;
import dev.datastack.cli.restore.RestoreCommand;
import dev.datastack.cli.status.StatusCommand;
import dev.datastack.cli.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The whole command line, put together: each verb is a class beside the code that it calls. */
public final class Verbs {
    private Verbs() {}

    public static int run(Context context, String... arguments) {
        return commandLine(context).execute(arguments);
    }

    static CommandLine commandLine(Context context) {
        var line = new CommandLine(new StackCommand());
        line.addSubcommand(new UpCommand(context));
        line.addSubcommand(new DownCommand(context));
        line.addSubcommand(new StatusCommand(context));
        line.addSubcommand(new LogsCommand(context));
        line.addSubcommand(new OpenCommand(context));
        line.addSubcommand(new CredentialsCommand(context));
        line.addSubcommand(group(
                "explain", "Explains the parts of this stack in figures: images.", new ExplainImagesCommand(context)));
        // Its options are psql's, --help included.
        line.addSubcommand(new CommandLine(new PsqlCommand(context)).setUnmatchedOptionsArePositionalParams(true));
        line.addSubcommand(group(
                "etl",
                "The ETL service's loads: load, status, rejects.",
                new EtlLoadCommand(context),
                new EtlStatusCommand(context),
                new EtlRejectsCommand(context)));
        line.addSubcommand(course(context));
        line.addSubcommand(new DemoCommand(context));
        line.addSubcommand(new DoctorCommand(context));
        line.addSubcommand(group(
                "images",
                "The images and their bases: bases, save, load, sbom.",
                new ImagesBasesCommand(context),
                new ImagesSaveCommand(context),
                new ImagesLoadCommand(context),
                new ImagesSbomCommand(context)));
        line.addSubcommand(new BackupCommand(context));
        line.addSubcommand(new RestoreCommand(context));
        line.addSubcommand(group("engine", "The Docker engine: install.", new EngineInstallCommand(context)));
        HelpGroups.install(line);
        var printer = new ErrorPrinter(context.terminal(), context.environment());
        return line.setOut(context.terminal().out())
                .setErr(context.terminal().err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((thrown, command, parsed) -> printer.print(thrown));
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
        spec.usageMessage().description(description).synopsisSubcommandLabel("VERB");
        var line = new CommandLine(spec);
        for (var verb : verbs) {
            line.addSubcommand(verb);
        }
        return line;
    }
}
