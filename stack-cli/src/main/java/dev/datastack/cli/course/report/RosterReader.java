package dev.datastack.cli.course.report;

import dev.datastack.cli.course.ProgressFile;
import dev.datastack.cli.course.report.LearnerFile.Damaged;
import dev.datastack.cli.course.report.LearnerFile.Foreign;
import dev.datastack.cli.course.report.LearnerFile.OfGrade;
import dev.datastack.cli.course.report.LearnerFile.OfProgress;
import dev.datastack.cli.course.report.Submission.Graded;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds each learner's files in folders of submissions. What lies beside the learners' own folders is the instructor's, and
 * comes first. A learner's folder may hold anything: only these files of it are read, and no link that leads out of it.
 */
final class RosterReader {
    /** Where a learner's progress is: in a clone, or by itself. */
    private static final List<String> PROGRESS = List.of("course/" + ProgressFile.NAME, ProgressFile.NAME);

    /** Larger than any class: somebody has named another folder. */
    static final int MOST_ENTRIES = 1000;

    static final String GRADE = "grade.json";

    private final Map<String, Submission> found = new TreeMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final List<NotRead> notRead = new ArrayList<>();
    private final List<String> otherFiles = new ArrayList<>();

    private record Source(String shown, boolean handedIn) {}

    /** {@code folders} by what the user calls them. */
    Roster read(Map<String, Path> folders) throws IOException {
        for (var folder : folders.entrySet()) {
            var files = new ProjectFiles(folder.getValue());
            for (var entry : visible(files, folder.getKey())) {
                if (!files.hasFolder(entry)) {
                    beside(files, entry, folder.getKey() + "/" + entry);
                }
            }
        }
        for (var folder : folders.entrySet()) {
            var files = new ProjectFiles(folder.getValue());
            for (var entry : visible(files, folder.getKey())) {
                if (files.hasFolder(entry)) {
                    inside(new ProjectFiles(folder.getValue().resolve(entry)), entry, folder.getKey() + "/" + entry);
                }
            }
        }
        return new Roster(List.copyOf(found.values()), List.copyOf(notRead), List.copyOf(otherFiles));
    }

    private static List<String> visible(ProjectFiles files, String shown) throws IOException {
        var entries =
                files.entries().stream().filter(entry -> !entry.startsWith(".")).toList();
        if (entries.size() > MOST_ENTRIES) {
            throw new StackException(
                    Problem.SUBMISSION_UNREADABLE,
                    shown + " has " + entries.size() + " entries, and " + MOST_ENTRIES + " are read at most.",
                    "to list it",
                    "name a folder with one entry for each learner");
        }
        return entries;
    }

    private void beside(ProjectFiles files, String entry, String shown) {
        if (!entry.toLowerCase(Locale.ROOT).endsWith(".json") && !files.leadsOut(entry)) {
            // What --junit wrote says the same as the grade beside it.
            if (!entry.endsWith(".xml") || !files.has(entry.replaceFirst("xml$", "json"))) {
                otherFiles.add(Words.of(shown, Words.MESSAGE));
            }
            return;
        }
        take(
                entry.replaceFirst("(?i)(?:\\.(?:grade|progress))?\\.json$", ""),
                LearnerFile.read(files, entry),
                shown,
                false);
    }

    private void inside(ProjectFiles files, String name, String shown) {
        found.computeIfAbsent(name, Submission::named);
        PROGRESS.stream()
                .filter(file -> isThere(files, file))
                .findFirst()
                .ifPresent(file -> take(name, LearnerFile.read(files, file), shown + "/" + file, true));
        if (isThere(files, GRADE)) {
            take(name, LearnerFile.read(files, GRADE), shown + "/" + GRADE, true);
        }
    }

    private static boolean isThere(ProjectFiles files, String file) {
        return files.has(file) || files.leadsOut(file);
    }

    private void take(String name, LearnerFile file, String shown, boolean handedIn) {
        if (file instanceof Foreign) {
            notRead.add(new NotRead(
                    shown,
                    "it is neither a learner's progress nor a grade",
                    "take it out of the folder, or ask for the file again"));
            return;
        }
        var submission = found.computeIfAbsent(name, Submission::named);
        if (file instanceof OfProgress of) {
            if (isFirst(name + " progress", shown, handedIn)) {
                found.put(name, submission.with(of.progress()));
            }
        } else if (file instanceof OfGrade of) {
            if (isFirst(name + " grade", shown, handedIn)) {
                found.put(name, submission.with(new Graded(of.grade(), handedIn)));
            }
        } else if (file instanceof Damaged damaged) {
            notRead.add(new NotRead(shown, damaged.why(), damaged.next()));
        }
    }

    /** A learner's own copy of what the instructor has is no mistake; two of one kind are. */
    private boolean isFirst(String kind, String shown, boolean handedIn) {
        var before = sources.putIfAbsent(kind, new Source(shown, handedIn));
        if (before != null && before.handedIn() == handedIn) {
            notRead.add(new NotRead(shown, "there is one already, " + before.shown(), "keep one of the two"));
        }
        return before == null;
    }

    /** Whether the folder is not one of submissions, but belongs to one learner. */
    static @Nullable String ownWork(Path folder) {
        var files = new ProjectFiles(folder);
        return PROGRESS.stream().filter(files::has).findFirst().orElse(null);
    }
}
