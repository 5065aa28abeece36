package dev.datastack.cli.course.report;

import dev.datastack.cli.course.report.ClassFacts.ExerciseFacts;
import dev.datastack.cli.page.Markup;
import java.util.LinkedHashMap;
import java.util.List;

/** Who is where: learners by exercises. */
final class MatrixPart {
    private final ClassFacts facts;

    MatrixPart(ClassFacts facts) {
        this.facts = facts;
    }

    Markup markup() {
        var part = Panel.open(
                "where",
                finding(),
                "Each row is a learner, those who are furthest first; each column an exercise. A frame is where a learner"
                        + " works now.");
        Panel.table(part, "Learners by exercises", "matrix");
        head(part);
        part.open("tbody");
        for (int i = 0; i < facts.learners().size(); i++) {
            row(part, facts.learners().get(i), i);
        }
        part.close();
        foot(part);
        part.close().close();
        legend(part);
        return part.close();
    }

    private String finding() {
        var with = facts.withProgress();
        if (with.isEmpty()) {
            return "No learner's progress is here";
        }
        // The one in the middle, as they come in order: a mean would be moved by the few who are through.
        int passed = with.get((with.size() - 1) / 2).passed();
        var exercises = " of %d exercises".formatted(facts.exercises().size());
        var finding = with.size() == 1
                ? "One learner has passed " + passed + exercises
                : passed == 0
                        ? "Half of the class has not passed an exercise yet"
                        : "Half of the class has passed " + passed + exercises + " or more";
        return facts.through() == 0
                ? finding
                : finding + "; " + Words.count(facts.through(), "has", "have") + " passed all";
    }

    private void head(Markup part) {
        var topics = new LinkedHashMap<String, Integer>();
        facts.exercises().forEach(exercise -> topics.merge(exercise.topic(), 1, Integer::sum));
        part.open("thead").open("tr").leaf("th", "Learner", "scope", "col", "rowspan", "2", "class", "who");
        topics.forEach((topic, wide) -> part.open(
                        "th", "scope", "colgroup", "colspan", String.valueOf(wide), "class", "topic first")
                .leaf("span", topic)
                .close());
        part.leaf("th", "Passed", "scope", "col", "rowspan", "2", "class", "sum")
                .close()
                .open("tr");
        for (int i = 0; i < facts.exercises().size(); i++) {
            var exercise = facts.exercises().get(i);
            part.open("th", "scope", "col", "title", exercise.title(), "class", edge(i));
            number(part, exercise.number());
            part.close();
        }
        part.close().close();
    }

    /** The topic's number stands above; to hear, the exercise's is whole. */
    private static void number(Markup part, String number) {
        int dot = number.indexOf('.') + 1;
        part.leaf("span", number.substring(0, dot), "class", "unseen").text(number.substring(dot));
    }

    /** A topic's first column has a line before it. */
    private String edge(int column) {
        var all = facts.exercises();
        return column == 0
                        || !all.get(column).topic().equals(all.get(column - 1).topic())
                ? "first"
                : "inner";
    }

    private void row(Markup part, LearnerFacts learner, int index) {
        part.open("tr").open("th", "scope", "row", "class", "who", "title", learner.name());
        part.open("a", "href", "#learner-" + index);
        Panel.name(part, learner.name()).close().close();
        if (learner.hasProgress()) {
            for (int i = 0; i < learner.places().size(); i++) {
                cell(part, learner, learner.places().get(i), edge(i));
            }
            part.leaf("td", String.valueOf(learner.passed()), "class", "sum");
        } else {
            var columns = String.valueOf(facts.exercises().size());
            part.leaf("td", "no progress file that can be read", "colspan", columns, "class", "first none");
            part.leaf("td", "–", "class", "sum");
        }
        part.close();
    }

    private static void cell(Markup part, LearnerFacts learner, Place place, String edge) {
        part.open("td", "class", edge, "title", tooltip(place));
        // Whoever is through works nowhere any more.
        sign(part, place.state(), place.current() && !learner.isThrough(), "");
        part.close();
    }

    /** A sign to see, and the words for it to hear. */
    static void sign(Markup part, State state, boolean current, String more) {
        part.open("span", "class", "sign " + state.key() + (current ? " here" : ""));
        part.leaf("span", state.sign(), "aria-hidden", "true");
        part.leaf("span", state.words() + (current ? ", works here now" : "") + more, "class", "unseen")
                .close();
    }

    private static String tooltip(Place place) {
        var tries = place.tries() == 0 ? "" : ", " + Words.count(place.tries(), "failed try", "failed tries");
        var hints = place.hints() == 0 ? "" : ", " + Words.count(place.hints(), "hint", "hints");
        return place.number() + " " + place.title() + ": " + place.state().words() + tries + hints;
    }

    private void foot(Markup part) {
        part.open("tfoot").open("tr").leaf("th", "Passed by", "scope", "row", "class", "who");
        for (int i = 0; i < facts.exercises().size(); i++) {
            part.leaf("td", String.valueOf(facts.exercises().get(i).passed()), "class", edge(i));
        }
        var all = facts.exercises().stream().mapToInt(ExerciseFacts::passed).sum();
        part.leaf("td", String.valueOf(all), "class", "sum").close().close();
    }

    static void legend(Markup part) {
        part.open("ul", "class", "legend", "aria-label", "Signs");
        for (var state : List.of(State.PASSED, State.FAILING, State.STARTED, State.OPEN)) {
            part.open("li").leaf("span", state.sign(), "class", "sign " + state.key(), "aria-hidden", "true");
            part.text(" " + state.words()).close();
        }
        part.close();
    }
}
