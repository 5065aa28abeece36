package dev.datastack.cli.course;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/exercises/exercises.json}: all exercises in the order in which they are worked through. */
public record Manifest(List<Topic> topics) {
    /** One subject of the course. The folder has a README.md and one folder for each exercise; {@code docs} is the official page. */
    public record Topic(int number, String title, String folder, String docs, List<Exercise> exercises) {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public static Manifest read(Path file) {
        try {
            return MAPPER.readValue(Files.readString(file), Manifest.class);
        } catch (IOException | JacksonException e) {
            throw new StackException(
                    Problem.COURSE_UNREADABLE,
                    "the list of exercises has an error (" + words(e) + ").",
                    file.toString(),
                    "'git diff docs/exercises' shows what was changed; docs/exercises/README.md tells the format");
        }
    }

    private static String words(Exception e) {
        var words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return e instanceof JacksonException wrong ? words + " at " + wrong.getPathReference() : words;
    }

    public List<Exercise> exercises() {
        return topics.stream().flatMap(topic -> topic.exercises().stream()).toList();
    }

    /** By number (1.2) or by name. */
    public Optional<Exercise> exercise(String asked) {
        return exercises().stream()
                .filter(exercise ->
                        exercise.number().equals(asked) || exercise.shortName().equals(asked))
                .findFirst();
    }

    Optional<Topic> topic(String number) {
        return topics.stream()
                .filter(topic -> String.valueOf(topic.number()).equals(number))
                .findFirst();
    }

    Optional<Exercise> after(Exercise exercise) {
        var all = exercises();
        int next = all.indexOf(exercise) + 1;
        return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
    }
}
