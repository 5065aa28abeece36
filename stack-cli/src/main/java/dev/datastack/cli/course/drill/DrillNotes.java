package dev.datastack.cli.course.drill;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Which drill is on, which are done, and what the one that is on has noted down. Kept in the learner's folder. */
public final class DrillNotes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final Content content;

    /** {@code notes}: the drill's own words, and how many hints were given. */
    record Content(String active, int hints, Map<String, String> notes, List<String> done) {
        static final Content NONE = new Content("", 0, Map.of(), List.of());
    }

    private DrillNotes(Path file, Content content) {
        this.file = file;
        this.content = content;
    }

    public static DrillNotes in(Path root) {
        var file = root.resolve("course/drill.json");
        try {
            return new DrillNotes(
                    file, Files.exists(file) ? JSON.readValue(Files.readString(file), Content.class) : Content.NONE);
        } catch (IOException | tools.jackson.core.JacksonException e) {
            throw unusable(file, e);
        }
    }

    public Optional<Drill> active() {
        return Drills.named(content.active());
    }

    public boolean isDone(Drill drill) {
        return content.done().contains(drill.name());
    }

    Map<String, String> notes() {
        return new LinkedHashMap<>(content.notes());
    }

    DrillNotes started(Drill drill, Map<String, String> notes) {
        return write(new Content(drill.name(), 0, Map.copyOf(notes), content.done()));
    }

    DrillNotes ended(Optional<Drill> repaired) {
        var done = new TreeSet<>(content.done());
        repaired.map(Drill::name).ifPresent(done::add);
        return write(new Content("", 0, Map.of(), List.copyOf(done)));
    }

    public boolean wasToldAll(Drill drill) {
        return content.hints() >= drill.hints().size();
    }

    /** One more hint each time; the last one again when there are no more. */
    public String nextHint(Drill drill) {
        int number = Math.min(content.hints() + 1, drill.hints().size());
        write(new Content(content.active(), number, content.notes(), content.done()));
        return number + " of " + drill.hints().size() + ": " + drill.hints().get(number - 1);
    }

    private DrillNotes write(Content changed) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(changed) + "\n");
            return new DrillNotes(file, changed);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static StackException unusable(Path file, Exception cause) {
        return new StackException(
                Problem.DRILL_REFUSED,
                "the notes of the drills cannot be used (" + cause + ").",
                file.toString(),
                "check its owner; without the file a drill that is on cannot be undone by itself: './stack up' then"
                        + " restores the services");
    }
}
