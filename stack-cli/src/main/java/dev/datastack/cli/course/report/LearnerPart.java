package dev.datastack.cli.course.report;

import dev.datastack.cli.course.report.GradeFacts.Lost;
import dev.datastack.cli.page.Markup;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** One learner: how far, what fails and what it says, and the points that were not given, with the reasons. */
final class LearnerPart {
    private final LearnerFacts learner;
    private final ZoneId zone;

    LearnerPart(LearnerFacts learner, ZoneId zone) {
        this.learner = learner;
        this.zone = zone;
    }

    Markup card(int index) {
        var card = new Markup();
        card.open("article", "id", "learner-" + index, "aria-labelledby", "learner-" + index + "-name");
        card.open("h3", "id", "learner-" + index + "-name");
        Panel.name(card, learner.name()).close();
        card.leaf("p", standing(), "class", "standing");
        failing(card);
        learner.grade().ifPresent(grade -> grade(card, grade));
        return card.close();
    }

    private String standing() {
        if (!learner.hasProgress()) {
            return "No progress file that can be read.";
        }
        var words = new StringBuilder(
                "Passed %d of %d".formatted(learner.passed(), learner.places().size()));
        learner.current()
                .filter(place -> !learner.isThrough())
                .ifPresent(place -> words.append(", is at ")
                        .append(place.number())
                        .append(' ')
                        .append(place.title()));
        words.append('.');
        learner.lastSeen()
                .ifPresent(time -> words.append(" Last seen ")
                        .append(Words.minute(time, zone))
                        .append('.'));
        if (learner.hints() > 0) {
            words.append(" Has read ")
                    .append(Words.count(learner.hints(), "hint", "hints"))
                    .append('.');
        }
        if (learner.otherExercises() > 0) {
            words.append(" The file has ")
                    .append(Words.count(learner.otherExercises(), "exercise", "exercises"))
                    .append(" that this clone does not know.");
        }
        return words.toString();
    }

    void failing(Markup card) {
        for (var place : learner.failing()) {
            card.open("div", "class", "fault").open("p");
            card.leaf("b", place.number() + " " + place.title());
            card.text(", %s; ".formatted(Words.count(place.tries(), "failed try", "failed tries")));
            card.text(place.failing().size() == 1 ? "this check fails:" : "these checks fail:")
                    .close();
            card.open("ul");
            for (var check : place.failing()) {
                card.open("li")
                        .text(check.check() + ": ")
                        .leaf("code", check.observed(), "dir", "auto")
                        .close();
            }
            card.close().close();
        }
    }

    static void grade(Markup card, GradeFacts grade) {
        card.open("p", "class", "verdict");
        GradesPart.verdict(card, grade);
        card.text(" with ").leaf("b", String.valueOf(grade.score())).text(" of " + grade.of() + " points");
        card.text(grade.passMark() == grade.of() ? "" : " (the pass mark is " + grade.passMark() + ")");
        card.text(grade.handedIn() ? ", by a grade that lay in the learner's own folder" : "")
                .close();
        reasons(card, grade);
    }

    /** What blocks one rule often blocks others: a reason is said once. */
    static void reasons(Markup card, GradeFacts grade) {
        if (grade.lost().isEmpty()) {
            return;
        }
        card.open("ul", "class", "lost");
        grade.lost().stream()
                .collect(Collectors.groupingBy(
                        lost -> lost.outcome() + ": " + lost.reason(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(same -> reason(card, same));
        card.close();
    }

    private static void reason(Markup card, List<Lost> same) {
        var first = same.get(0);
        card.open("li").leaf("b", "−" + same.stream().mapToInt(Lost::points).sum(), "class", "many");
        card.open("span");
        if (same.size() == 1) {
            card.leaf("span", first.text(), "dir", "auto");
        } else {
            card.text(same.stream().map(Lost::rule).collect(Collectors.joining(", ")));
        }
        card.open("span", "class", "reason", "dir", "auto")
                .text(first.outcome() + ": " + first.reason())
                .close();
        card.close().close();
    }
}
