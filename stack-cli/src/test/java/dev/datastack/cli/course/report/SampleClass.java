package dev.datastack.cli.course.report;

import dev.datastack.cli.course.Exercise;
import dev.datastack.cli.course.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A class of twelve on the fourth day, the same one each time: some are through, some stuck, one file is cut off, one name
 * means harm, and the ways to hand in are mixed as classes mix them.
 */
final class SampleClass {
    static final Instant NOW = Instant.parse("2026-05-07T14:20:00Z");
    static final String HARM = "<img src=x onerror=alert(1)>\u202e<script>";
    private static final Instant MONDAY = Instant.parse("2026-05-04T07:30:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What checks say, by a word of theirs. */
    private static final List<Map.Entry<String, String>> SAID = List.of(
            Map.entry("layer", "4 of 5 layers were new"),
            Map.entry("volume", "/var/lib/postgresql/data is an anonymous volume"),
            Map.entry("Rows", "ERROR:  relation \"kept\" does not exist"),
            Map.entry("MB", "it has 431 MB"),
            Map.entry(
                    "builds", "docker build ended with exit code 1: ERROR: failed to solve: \"/report.py\": not found"),
            Map.entry(
                    "starts",
                    "docker compose up ended with exit code 1: dependency failed to start: container db-1 is unhealthy"),
            Map.entry("page", "no answer from http://127.0.0.1:49153/ within 20 seconds"),
            Map.entry("waits", "it started 0.4 s before db was healthy"));

    private final List<Exercise> exercises;
    private final Path submissions;
    private final Path grades;
    private final Random random = new Random(12);

    private SampleClass(Manifest manifest, Path folder) {
        this.exercises = manifest.exercises();
        this.submissions = folder.resolve("submissions");
        this.grades = folder.resolve("grades");
    }

    /** Below the folder, in submissions and grades. */
    static void in(Path folder, Manifest manifest) {
        new SampleClass(manifest, folder).write();
    }

    private void write() {
        var all = exercises.size();
        progress("Amira Haddad/course/progress.json", all, 0);
        progress("Ben Okafor/course/progress.json", all, 0);
        progress("Chiara Rossi.json", all - 2, 1);
        progress("Daniel Weber.json", all * 3 / 4, 1);
        progress("Elif Yılmaz/progress.json", all * 2 / 3, 2);
        progress("Finn O'Brien/course/progress.json", all / 2, 1);
        progress("Grace Liu.progress.json", all / 2, 1);
        progress("Hassan Farouk.json", all / 2, 2);
        progress(HARM + ".json", all / 4, 1);
        write(submissions.resolve("Jonas Lind.json"), withoutTries(student(all / 3, 0)));
        write(submissions.resolve("Inès Moreau.json"), half(student(all / 2, 1).toPrettyString()));
        write(submissions.resolve("Kim Novak/README.md"), "My project.\n");
        write(submissions.resolve("Lena Fischer.zip"), "PK");
        SampleGrades.in(grades, submissions.resolve("Elif Yılmaz"));
    }

    private void progress(String file, int passed, int failing) {
        write(submissions.resolve(file), student(passed, failing).toPrettyString());
    }

    /** Whoever has passed so many is at the next one, and may have left some others in the middle. */
    private ObjectNode student(int passed, int failing) {
        var json = JSON.createObjectNode().put("format", 2);
        var marks = json.putObject("marks");
        for (int i = 0; i < Math.min(exercises.size(), passed + failing + 1); i++) {
            var time = MONDAY.plus(Duration.ofDays(i / 7)).plus(Duration.ofMinutes(60 * (i % 7) + random.nextInt(20)));
            var exercise = exercises.get(i);
            var mark = marks.putObject(exercise.folder()).put("started", time.toString());
            mark.put(
                    "hints",
                    random.nextInt(3) == 0 ? 1 + random.nextInt(exercise.hints().size()) : 0);
            mark.putNull("passed");
            if (i < passed + failing) {
                time = tries(mark, exercise, time, i < passed ? 1 : 4);
            }
            if (i < passed) {
                mark.put("passed", time.plusSeconds(90).toString());
            }
            json.put("current", exercise.folder());
        }
        return json;
    }

    private Instant tries(ObjectNode mark, Exercise exercise, Instant began, int least) {
        var count = least + random.nextInt(4);
        var last = began.plus(Duration.ofMinutes(4L * count));
        var tries = mark.putObject("tries").put("count", count).put("last", last.toString());
        var failed = tries.putObject("failed");
        for (var check :
                exercise.failing().subList(0, Math.min(2, exercise.failing().size()))) {
            failed.putObject(check)
                    .put("times", Math.max(1, count - failed.size()))
                    .put("last", last.toString())
                    .put("observed", said(check));
        }
        return last;
    }

    private static String said(String check) {
        return SAID.stream()
                .filter(entry -> check.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("exit code 1, and nothing was printed");
    }

    /** As the first version of the file was. */
    private static String withoutTries(ObjectNode json) {
        json.remove("format");
        json.path("marks").forEach(mark -> ((ObjectNode) mark).remove(List.of("tries")));
        return json.toPrettyString();
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
