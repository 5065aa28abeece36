package dev.datastack.cli.command;

import dev.datastack.cli.problem.ErrorPrinter;
import picocli.CommandLine;

/** The whole command line, put together. */
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
        line.addSubcommand(new CommandLine(new ExplainCommand()).addSubcommand(new ExplainImagesCommand(context)));
        // Its options are psql's, --help included.
        line.addSubcommand(new CommandLine(new PsqlCommand(context)).setUnmatchedOptionsArePositionalParams(true));
        line.addSubcommand(new CommandLine(new EtlCommand())
                .addSubcommand(new EtlLoadCommand(context))
                .addSubcommand(new EtlStatusCommand(context))
                .addSubcommand(new EtlRejectsCommand(context)));
        line.addSubcommand(course(context));
        line.addSubcommand(new DemoCommand(context));
        line.addSubcommand(images(context));
        line.addSubcommand(new CommandLine(new EngineCommand()).addSubcommand(new EngineInstallCommand(context)));
        HelpGroups.install(line);
        var printer = new ErrorPrinter(context.terminal(), context.environment());
        return line.setOut(context.terminal().out())
                .setErr(context.terminal().err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((thrown, command, parsed) -> printer.print(thrown));
    }

    private static CommandLine course(Context context) {
        var drill = new CommandLine(new CourseDrillCommand(context))
                .addSubcommand(new DrillCheckCommand(context))
                .addSubcommand(new DrillHintCommand(context));
        return new CommandLine(new CourseCommand())
                .addSubcommand(new CourseListCommand(context))
                .addSubcommand(new CourseStartCommand(context))
                .addSubcommand(new CourseCheckCommand(context))
                .addSubcommand(new CourseWatchCommand(context))
                .addSubcommand(new CourseHintCommand(context))
                .addSubcommand(new CourseResetCommand(context))
                .addSubcommand(new CourseSolutionCommand(context))
                .addSubcommand(new CourseVerifyCommand(context))
                .addSubcommand(new CourseGradeCommand(context))
                .addSubcommand(drill);
    }

    private static CommandLine images(Context context) {
        return new CommandLine(new ImagesCommand())
                .addSubcommand(new ImagesBasesCommand(context))
                .addSubcommand(new ImagesSaveCommand(context))
                .addSubcommand(new ImagesLoadCommand(context))
                .addSubcommand(new ImagesSbomCommand(context));
    }
}
