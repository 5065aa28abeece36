package dev.datastack.cli.course.report;

import dev.datastack.cli.course.report.ClassFacts.ExerciseFacts;
import dev.datastack.cli.page.HtmlPage;
import dev.datastack.cli.page.Markup;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The same for one learner, who reads it. */
final class OwnPage {
    private final LearnerFacts mine;
    private final List<ExerciseFacts> exercises;
    private final Instant made;
    private final ZoneId zone;

    OwnPage(LearnerFacts mine, List<ExerciseFacts> exercises, Instant made, ZoneId zone) {
        this.mine = mine;
        this.exercises = exercises;
        this.made = made;
        this.zone = zone;
    }

    String html() {
        var page = new Markup();
        intro(page);
        failing(page);
        page.add(topics());
        page.add(capstone());
        page.open("footer").open("p").text("Made by ").leaf("code", "./stack course report");
        page.text(" on " + Words.minute(made, zone) + ".").close().close();
        return HtmlPage.of("My progress", OwnPage.class, "report.css", page);
    }

    private void intro(Markup page) {
        page.open("header").leaf("h1", "Your progress");
        page.leaf("p", lead(), "class", "lead").open("dl", "class", "figures");
        HtmlPage.figure(page, mine.passed() + " of " + exercises.size(), "exercises passed");
        HtmlPage.figure(page, String.valueOf(mine.failing().size()), "with a check that fails");
        HtmlPage.figure(page, String.valueOf(mine.hints()), "hints read");
        HtmlPage.figure(
                page, mine.grade().map(grade -> String.valueOf(grade.score())).orElse("–"), "points for the capstone");
        page.close().close();
    }

    private String lead() {
        if (mine.isThrough()) {
            return "You have passed every exercise.";
        }
        return mine.current()
                .map(place -> "You are at exercise %s, %s.".formatted(place.number(), place.title()))
                .orElse("You have not started an exercise yet.");
    }

    private void failing(Markup page) {
        if (mine.failing().isEmpty()) {
            return;
        }
        var places = Words.count(mine.failing().size(), "exercise waits", "exercises wait");
        var part = Panel.open("failing", places + " for a repair", "What each check said at the last look.");
        new LearnerPart(mine, zone).failing(part);
        var first = mine.failing().get(0).number();
        part.open("p", "class", "shown")
                .text("A hint: ")
                .leaf("code", "./stack course hint " + first)
                .close();
        part.open("p", "class", "shown")
                .text("Look again: ")
                .leaf("code", "./stack course check " + first)
                .close();
        page.add(part.close());
    }

    private Markup topics() {
        var part = Panel.open("exercises", "The exercises", "");
        MatrixPart.legend(part);
        part.open("div", "class", "topics");
        for (var topic : exercises.stream().map(ExerciseFacts::topic).distinct().toList()) {
            part.open("div", "class", "topic").leaf("h3", topic).open("ul");
            exercises.stream()
                    .filter(exercise -> exercise.topic().equals(topic))
                    .forEach(exercise -> line(part, exercise));
            part.close().close();
        }
        return part.close().close();
    }

    private void line(Markup part, ExerciseFacts exercise) {
        var place = mine.places().stream()
                .filter(found -> found.number().equals(exercise.number()))
                .findFirst();
        part.open("li");
        MatrixPart.sign(
                part,
                place.map(Place::state).orElse(State.OPEN),
                place.filter(Place::current).isPresent(),
                ": ");
        part.leaf("span", exercise.number() + " " + exercise.title());
        place.flatMap(Place::passed).ifPresent(time -> part.leaf("span", Words.day(time, zone), "class", "when"));
        part.close();
    }

    private Markup capstone() {
        var grade = mine.grade();
        if (grade.isEmpty()) {
            var part = Panel.open("capstone", "The capstone has no grade here yet", "");
            part.open("p", "class", "shown").text("In the folder of your project's clone: ");
            part.leaf("code", "./stack course grade DIR --json > course/grade.json")
                    .text(", then make this page again.");
            return part.close().close();
        }
        var points = grade.get();
        var part =
                Panel.open("capstone", "The capstone has %d of %d points".formatted(points.score(), points.of()), "");
        part.open("ul", "class", "parts");
        for (var one : points.parts()) {
            part.open("li")
                    .leaf("b", one.points() + " of " + one.of())
                    .text(" " + GradesPart.title(one.name()))
                    .close();
        }
        part.close();
        LearnerPart.grade(part, points);
        return part.close();
    }
}
