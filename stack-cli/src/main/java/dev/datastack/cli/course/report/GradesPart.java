package dev.datastack.cli.course.report;

import dev.datastack.cli.course.report.GradeFacts.Lost;
import dev.datastack.cli.course.report.GradeFacts.Part;
import dev.datastack.cli.page.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The grades of the capstone: points for each part, and the rules that took most of them. */
final class GradesPart {
    private static final int MOST_RULES = 6;

    private final ClassFacts facts;
    private final List<LearnerFacts> graded;

    GradesPart(ClassFacts facts) {
        this.facts = facts;
        this.graded = facts.graded();
    }

    Markup markup() {
        var passed = graded.stream()
                .filter(learner -> learner.grade().filter(GradeFacts::passed).isPresent())
                .count();
        var part = Panel.open("grades", "%d of %d graded projects pass".formatted(passed, graded.size()), shown());
        table(part);
        lost(part);
        return part.close();
    }

    private String shown() {
        var without = facts.learners().size() - graded.size();
        var handedIn = graded.stream()
                .anyMatch(
                        learner -> learner.grade().filter(GradeFacts::handedIn).isPresent());
        return "The capstone's points, by deliverable. The reasons are with each learner below."
                + (without == 0
                        ? ""
                        : " " + Words.learners(without) + (without == 1 ? " has" : " have") + " no grade here.")
                + (handedIn
                        ? " A grade with a star lay in the learner's own folder: the learner may have written it."
                        : "");
    }

    private List<String> parts() {
        return graded.stream()
                .flatMap(learner -> learner.grade().stream())
                .flatMap(grade -> grade.parts().stream())
                .map(Part::name)
                .distinct()
                .toList();
    }

    private void table(Markup part) {
        var parts = parts();
        Panel.table(part, "Points by deliverable", "grades");
        part.open("thead").open("tr").leaf("th", "Learner", "scope", "col", "class", "who");
        parts.forEach(name -> part.leaf("th", title(name), "scope", "col"));
        part.leaf("th", "Points", "scope", "col")
                .leaf("th", "Verdict", "scope", "col")
                .close()
                .close();
        part.open("tbody");
        graded.forEach(learner -> learner.grade().ifPresent(grade -> row(part, learner, grade, parts)));
        part.close().close().close();
    }

    private void row(Markup part, LearnerFacts learner, GradeFacts grade, List<String> parts) {
        part.open("tr").open("th", "scope", "row", "class", "who", "title", learner.name());
        part.open("a", "href", "#learner-" + facts.learners().indexOf(learner));
        Panel.name(part, learner.name()).close().close();
        for (var name : parts) {
            grade.parts().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(one -> points(part, one), () -> part.leaf("td", "–"));
        }
        part.open("td", "class", "all").leaf("b", grade.score() + (grade.handedIn() ? "*" : ""));
        part.text(" of " + grade.of()).close();
        part.open("td");
        verdict(part, grade);
        part.close().close();
    }

    static void verdict(Markup part, GradeFacts grade) {
        part.open("span", "class", "sign " + (grade.passed() ? State.PASSED : State.FAILING).key());
        part.leaf("span", (grade.passed() ? State.PASSED : State.FAILING).sign(), "aria-hidden", "true");
        part.close().text(grade.passed() ? " passed" : " not passed");
    }

    /** Points as a number and as a bar. */
    private static void points(Markup part, Part one) {
        var width = one.of() == 0 ? 0 : 100.0 * one.points() / one.of();
        part.open("td").open("span", "class", "points").leaf("b", String.valueOf(one.points()));
        part.leaf("span", " of " + one.of(), "class", "of").close();
        part.open("span", "class", "bar", "aria-hidden", "true");
        part.leaf("i", "", "class", "got", "style", String.format(Locale.ROOT, "width:%.1f%%", width))
                .close()
                .close();
    }

    private void lost(Markup part) {
        var all = graded.stream()
                .flatMap(learner -> learner.grade().stream())
                .flatMap(grade -> grade.lost().stream())
                .collect(Collectors.groupingBy(Lost::rule, TreeMap::new, Collectors.toList()));
        if (all.isEmpty()) {
            return;
        }
        part.leaf("h3", "The rules that are missed most");
        part.open("ul", "class", "rules");
        all.values().stream()
                .sorted(Comparator.comparing((List<Lost> lost) -> -lost.size()))
                .limit(MOST_RULES)
                .forEach(lost -> rule(part, lost));
        part.close();
    }

    private static void rule(Markup part, List<Lost> lost) {
        part.open("li").leaf("b", String.valueOf(lost.size()), "class", "many");
        part.leaf("span", lost.get(0).text(), "dir", "auto").text(" ");
        part.leaf("code", lost.get(0).rule()).close();
    }

    static String title(String deliverable) {
        return deliverable.equals("readme")
                ? "README"
                : deliverable.isEmpty()
                        ? "Other"
                        : deliverable.substring(0, 1).toUpperCase(Locale.ROOT) + deliverable.substring(1);
    }
}
