package dev.datastack.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What somebody might hand in: the solution of an exercise with small changes, and which checks should refuse it. */
record Answer(String exercise, String what, List<Edit> edits, List<String> failing) {
    /** A change of a file of the solution; without {@code find} the whole file, without {@code text} its removal. */
    private record Edit(String file, String find, String text) {
        void in(Path folder) throws IOException {
            var path = folder.resolve(file);
            if (text.isEmpty() && find.isEmpty()) {
                Files.delete(path);
            } else if (find.isEmpty()) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text);
            } else {
                assertThat(path).content().contains(find);
                Files.writeString(path, Files.readString(path).replace(find, text));
            }
        }
    }

    static Answer to(String exercise, String what) {
        return new Answer(exercise, what, List.of(), List.of());
    }

    Answer file(String name, String text) {
        return with(new Edit(name, "", text));
    }

    Answer without(String name) {
        return with(new Edit(name, "", ""));
    }

    Answer edit(String name, String find, String replace) {
        return with(new Edit(name, find, replace));
    }

    Answer fails(String... checks) {
        return new Answer(exercise, what, edits, List.of(checks));
    }

    private Answer with(Edit edit) {
        var all = new ArrayList<>(edits);
        all.add(edit);
        return new Answer(exercise, what, List.copyOf(all), failing);
    }

    void write(Path solution, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Folders.copy(solution, folder);
        for (var edit : edits) {
            edit.in(folder);
        }
    }
}
