package dev.datastack.cli.course;

import dev.datastack.cli.course.Manifest.Topic;
import dev.datastack.cli.course.check.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the manifest and the folders agree; needs no engine. */
public final class Layout {
    /** Files of docs/exercises that belong to no topic. */
    private static final Set<Path> GENERAL =
            Set.of(Path.of("exercises.json"), Path.of("README.md"), Path.of("10-capstone", "README.md"));

    /** Solutions of the drills, which have tests of their own. */
    private static final Path DRILLS = Path.of("drills");

    private final Manifest manifest;
    private final Path starters;
    private final Path solutions;
    private final List<String> faults = new ArrayList<>();

    private Layout(Manifest manifest, Path root) {
        this.manifest = manifest;
        this.starters = root.resolve("docs/exercises");
        this.solutions = root.resolve("docs/solutions");
    }

    /** What does not fit, in sentences; empty when all is well. */
    public static List<String> faults(Manifest manifest, Path root) {
        var layout = new Layout(manifest, root);
        manifest.topics().forEach(layout::topic);
        manifest.exercises().forEach(layout::exercise);
        layout.unique();
        layout.unlisted();
        return List.copyOf(layout.faults);
    }

    private void topic(Topic topic) {
        var readme = starters.resolve(topic.folder()).resolve("README.md");
        var text = Files.exists(readme) ? read(readme) : "";
        fault(!text.contains(topic.docs()), topic.folder() + "/README.md does not link " + topic.docs());
        for (var exercise : topic.exercises()) {
            var heading = "## Exercise " + exercise.number() + ": " + exercise.title();
            fault(!text.contains(heading), topic.folder() + "/README.md lacks the heading '" + heading + "'");
            fault(
                    !exercise.number().startsWith(topic.number() + ".")
                            || !exercise.folder().startsWith(topic.folder() + "/"),
                    exercise.number() + " is not numbered and placed within its topic " + topic.folder());
        }
    }

    private void exercise(Exercise exercise) {
        var names = exercise.checks().stream().map(Check::name).toList();
        fault(exercise.hints().isEmpty(), exercise.number() + " has no hint");
        fault(exercise.hints().stream().anyMatch(String::isBlank), exercise.number() + " has an empty hint");
        fault(
                names.isEmpty() || new HashSet<>(names).size() < names.size(),
                exercise.number() + ": checks need names of their own");
        fault(exercise.failing().isEmpty(), exercise.number() + " does not say which check fails as shipped");
        fault(
                !names.containsAll(exercise.failing()),
                exercise.number() + " expects a check to fail that it does not have");
        var starter = Folders.files(starters.resolve(exercise.folder()));
        fault(starter.isEmpty(), exercise.number() + " has no starter");
        var solution = Folders.files(solutions.resolve(exercise.folder()));
        fault(solution.isEmpty(), exercise.number() + " has no solution");
    }

    private void unique() {
        var numbers = manifest.exercises().stream().map(Exercise::number).toList();
        var names = manifest.exercises().stream().map(Exercise::shortName).toList();
        fault(new HashSet<>(numbers).size() < numbers.size(), "two exercises have one number");
        fault(new HashSet<>(names).size() < names.size(), "two exercises have one name");
    }

    private void unlisted() {
        var known = new TreeSet<Path>(GENERAL);
        manifest.topics().forEach(topic -> known.add(Path.of(topic.folder(), "README.md")));
        for (var tree : List.of(starters, solutions)) {
            for (var file : Folders.files(tree)) {
                boolean listed = known.contains(file)
                        || file.startsWith(DRILLS)
                        || manifest.exercises().stream().anyMatch(exercise -> file.startsWith(exercise.folder()));
                fault(!listed, tree.getFileName() + "/" + file + " belongs to no exercise of the manifest");
            }
        }
    }

    private void fault(boolean found, String words) {
        if (found) {
            faults.add(words);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
