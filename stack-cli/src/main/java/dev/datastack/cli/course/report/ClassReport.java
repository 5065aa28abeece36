package dev.datastack.cli.course.report;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.course.Manifest;
import dev.datastack.cli.problem.ErrorPrinter;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The facts of a class, and what is said on the terminal about files that are not among them. */
final class ClassReport {
    private final Context context;
    private final Manifest manifest;
    private final Map<String, Path> folders;

    /** {@code folders} by what the user calls them. */
    ClassReport(Context context, Manifest manifest, Map<String, Path> folders) {
        this.context = context;
        this.manifest = manifest;
        this.folders = folders;
    }

    ClassFacts facts() {
        var roster = roster();
        if (roster.isEmpty()) {
            complain(roster.notRead());
            throw new StackException(
                    Problem.NOTHING_TO_REPORT,
                    "no learner's progress and no grade was found.",
                    "to read " + String.join(", ", folders.keySet()),
                    "put each learner's course/progress.json there as NAME.json; './stack course report --help' tells more");
        }
        return ClassFacts.of(manifest, roster, context.time().now());
    }

    private Roster roster() {
        try {
            return new RosterReader().read(folders);
        } catch (IOException e) {
            throw new StackException(
                    Problem.SUBMISSION_UNREADABLE,
                    "the folder cannot be listed (" + e.getClass().getSimpleName() + ").",
                    String.valueOf(e.getMessage()),
                    "check its owner and its mode");
        }
    }

    /** Says what is missing, and returns the exit code for it. */
    int complain(ClassFacts facts) {
        if (!facts.otherFiles().isEmpty()) {
            context.terminal().warn("Not looked at: " + facts.otherFilesInShort());
        }
        complain(facts.notRead());
        return facts.notRead().isEmpty() ? ExitCode.WELL : ExitCode.NO;
    }

    private void complain(Iterable<NotRead> files) {
        var printer = new ErrorPrinter(context.terminal(), Map.of());
        for (var file : files) {
            printer.print(new StackException(
                    Problem.SUBMISSION_UNREADABLE, file.file() + ": " + file.why() + ".", "to read it", file.next()));
        }
    }
}
