package dev.datastack.cli.course.grade;

import java.util.Optional;

/**
 * Whether an image is made of stages in earnest: an earlier stage does work, something that a program can use is taken from
 * it, and the image itself installs nothing. So a project of one file passes, and a stage beside the real build does not.
 */
final class StagesJudge {
    /** Less is a mark, not a program. */
    private static final long TRIFLE = 64;

    private StagesJudge() {}

    /** What is wrong, as the end of a sentence. */
    static Optional<String> fault(Stages stages, ImageReading image) {
        if (stages.used().size() < 2) {
            return Optional.of("has one stage");
        }
        var takings = stages.takings();
        if (takings.isEmpty()) {
            return Optional.of("has " + stages.words() + ", but takes nothing from another");
        }
        if (takings.stream().noneMatch(stages::isFromWork)) {
            return Optional.of("takes files from a stage that builds nothing");
        }
        if (takings.stream().filter(stages::isFromWork).noneMatch(step -> isOfUse(step, image))) {
            return Optional.of("takes nothing from another stage that a program could use");
        }
        var places = takings.stream().map(BuildStep::destination).toList();
        return stages.ofImage().stream()
                .filter(step -> step.installs(places))
                .findFirst()
                .map(step -> "installs in the stage that is shipped: " + shortened(step.text()));
    }

    /** What a RUN uses of another stage stays there; what it made of it is in the layer. */
    private static boolean isOfUse(BuildStep step, ImageReading image) {
        return image.of(step)
                .filter(layer -> layer.program() && layer.bytes() >= TRIFLE)
                .isPresent();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
