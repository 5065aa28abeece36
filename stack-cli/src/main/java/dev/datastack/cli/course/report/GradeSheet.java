package dev.datastack.cli.course.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What {@code course grade --json} printed. Whoever may write the file may write anything, so all of it is bounded. */
record GradeSheet(int passMark, boolean passed, List<Judged> rules) {
    private static final int MOST_RULES = 100;
    private static final int MOST_POINTS = 100;

    /** A rule, its points, and the reason for them. */
    record Judged(String id, String deliverable, String text, String outcome, int points, int of, String reason) {
        boolean isFull() {
            return points >= of;
        }
    }

    static boolean isGrade(JsonNode json) {
        return json.path("rules").isArray();
    }

    /** Empty where it is a grade of no kind that is known here. */
    static Optional<GradeSheet> of(JsonNode json) {
        var rules = json.path("rules");
        if (rules.isEmpty() || rules.size() > MOST_RULES) {
            return Optional.empty();
        }
        var judged = new ArrayList<Judged>();
        for (var rule : rules) {
            if (!rule.path("id").isString() || !rule.path("of").isInt()) {
                return Optional.empty();
            }
            judged.add(judged(rule));
        }
        return Optional.of(new GradeSheet(
                within(json.path("passMark").asInt(MOST_POINTS), MOST_POINTS),
                json.path("passed").asBoolean(false),
                List.copyOf(judged)));
    }

    private static Judged judged(JsonNode rule) {
        int of = within(rule.path("of").asInt(), MOST_POINTS);
        return new Judged(
                text(rule, "id", Words.NAME),
                text(rule, "deliverable", Words.NAME),
                text(rule, "text", Words.MESSAGE),
                text(rule, "outcome", Words.NAME),
                within(rule.path("points").asInt(0), of),
                of,
                text(rule, "reason", Words.MESSAGE));
    }

    private static String text(JsonNode rule, String name, int longest) {
        return Words.of(rule.path(name).asString(""), longest);
    }

    private static int within(int number, int most) {
        return Math.max(0, Math.min(number, most));
    }
}
