package dev.datastack.cli.course;

import dev.datastack.cli.FakeRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course of two exercises in one topic, in a folder of the test. */
public final class CourseFixture {
    private static final String MANIFEST = """
            {"topics": [{"number": 1, "title": "Boxes", "folder": "01-boxes", "docs": "https://example.com/boxes",
              "exercises": [
                {"number": "1.1", "title": "An open box", "folder": "01-boxes/1-open", "hints": ["look", "push"],
                 "failing": ["It is shut"],
                 "checks": [{"kind": "builds", "name": "It builds"},
                            {"kind": "in-image", "name": "It is shut", "path": "/lid", "present": true}]},
                {"number": "1.2", "title": "A full box", "folder": "01-boxes/2-full", "hints": ["fill it"],
                 "slow": "waits for the box", "failing": ["It is full"],
                 "checks": [{"kind": "builds", "name": "It is full"}]}
              ]}]}
            """;

    private CourseFixture() {}

    /** An engine that builds the first exercise, and finds no lid. */
    public static void boxStaysOpen(FakeRunner docker) {
        docker.says("docker ps", "")
                .says("docker network ls", "")
                .says("docker volume ls", "")
                .says("docker image ls", "")
                .says("docker build", "")
                .says("docker create", "c1")
                .says("docker rm", "")
                .fails("docker cp", 1, "Could not find the file /lid");
    }

    public static Path in(Path root) {
        write(root.resolve("docs/exercises/exercises.json"), MANIFEST);
        write(root.resolve("docs/exercises/01-boxes/README.md"), """
                https://example.com/boxes
                ## Exercise 1.1: An open box
                ## Exercise 1.2: A full box
                """);
        for (var folder : new String[] {"01-boxes/1-open", "01-boxes/2-full"}) {
            write(root.resolve("docs/exercises").resolve(folder).resolve("Dockerfile"), "FROM scratch\n");
            write(root.resolve("docs/solutions").resolve(folder).resolve("Dockerfile"), "FROM scratch\nCOPY . .\n");
        }
        for (var shelf : new String[] {"docs/exercises", "docs/solutions"}) {
            write(root.resolve(shelf).resolve("01-boxes/1-open/box.txt"), "what is in the box\n");
        }
        return root;
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
