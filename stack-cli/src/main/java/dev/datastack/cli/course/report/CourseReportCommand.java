package dev.datastack.cli.course.report;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.course.CourseOptions;
import dev.datastack.cli.course.ReportFile;
import dev.datastack.cli.open.Browser;
import dev.datastack.cli.problem.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Writes a page with your progress, or that of a class: exercises, failing checks, grades with reasons.",
        footer = {
            "",
            "Each entry of a FOLDER is one learner: a folder NAME with course/progress.json, progress.json or grade.json in"
                    + " it, or a file NAME.json, which is a progress file, or what 'course grade --json' printed. Files of"
                    + " one name belong to one learner, in several FOLDERs too. A file beside a learner's folder comes"
                    + " before one inside it.",
            "Only these files are read. Nothing from a submission is run, and no engine is needed. So grade first, where that is"
                    + " safe, one project at a time:",
            "",
            "  mkdir -p grades",
            "  for dir in submissions/*/; do",
            "    ./stack course grade \"$dir\" --json > \"grades/$(basename \"$dir\").json\"",
            "  done",
            "  ./stack course report submissions grades --open",
            "",
            "A grade of your own project, for your own page:",
            "",
            "  ./stack course grade DIR --json > course/grade.json",
            "",
            "The exit code is 1 if a file could not be read; the page still contains the others.",
            "",
            "Examples:",
            "  ./stack course report                              your own page",
            "  ./stack course report submissions grades --open    that of a class"
        })
public final class CourseReportCommand implements Callable<Integer> {
    @Mixin
    private final CourseOptions options = new CourseOptions();

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..*",
            description = "Submissions or grades of a class; without a folder, the report is about you.")
    private List<Path> folders = List.of();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The file to write (default: target/course/report.html, or class.html for a class).")
    private @Nullable Path output;

    @Option(names = "--json", description = "Print the same as JSON; writes the page only with --output.")
    private boolean json;

    @Option(names = "--open", description = "Open the page in the browser.")
    private boolean open;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Context context;

    public CourseReportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (json && open && output == null) {
            throw usage("--json makes no page to open; add --output FILE, or leave one of the two out");
        }
        var course = options.course(context);
        if (folders.isEmpty()) {
            var own = new OwnReport(context, course, options.folder(context));
            show(own.facts(), own.page(ZoneId.systemDefault()), "report.html");
            return ExitCode.WELL;
        }
        if (options.isElsewhere()) {
            throw usage("--folder says where your own work is; a report of a class is without it");
        }
        folders.forEach(this::requireSubmissions);
        var named = new LinkedHashMap<String, Path>();
        folders.forEach(folder -> named.put(Words.of(folder.toString(), Words.MESSAGE), folder));
        var ofClass = new ClassReport(context, course.manifest(), named);
        var facts = ofClass.facts();
        show(facts, new ClassPage(facts, ZoneId.systemDefault()).html(), "class.html");
        return ofClass.complain(facts);
    }

    private void requireSubmissions(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw usage("There is no folder " + folder);
        }
        var own = RosterReader.ownWork(folder);
        if (own != null) {
            throw usage(
                    folder + " has a " + own + ", so it is one learner's own folder. Name the folder that it lies in");
        }
    }

    private ParameterException usage(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    private void show(Object facts, String html, String name) {
        if (json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(facts));
        }
        if (json && output == null) {
            return;
        }
        var file = output == null ? context.root().resolve("target/course").resolve(name) : output;
        new ReportFile("--output", file).write(html);
        var url = file.toAbsolutePath().normalize().toUri().toString();
        if (!json) {
            context.terminal().say("report    " + url);
        }
        if (open) {
            new Browser(context.runner(), context.terminal()).open(url);
        }
    }
}
