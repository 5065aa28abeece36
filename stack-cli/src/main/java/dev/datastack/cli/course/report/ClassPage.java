package dev.datastack.cli.course.report;

import dev.datastack.cli.page.HtmlPage;
import dev.datastack.cli.page.Markup;
import java.time.ZoneId;
import java.util.List;

/** The report of a class. */
final class ClassPage {
    private final ClassFacts facts;
    private final ZoneId zone;

    ClassPage(ClassFacts facts, ZoneId zone) {
        this.facts = facts;
        this.zone = zone;
    }

    String html() {
        var page = new Markup();
        intro(page);
        notRead(page);
        page.add(new MatrixPart(facts).markup());
        page.add(new ChecksPart(facts).markup());
        if (!facts.graded().isEmpty()) {
            page.add(new GradesPart(facts).markup());
        }
        page.add(learners());
        footer(page);
        return HtmlPage.of("Progress of the class", ClassPage.class, "report.css", page);
    }

    private void intro(Markup page) {
        page.open("header").leaf("h1", "Progress of the class");
        page.leaf(
                "p",
                "%s and %d exercises, on %s."
                        .formatted(
                                Words.learners(facts.learners().size()),
                                facts.exercises().size(),
                                Words.minute(facts.made(), zone)),
                "class",
                "lead");
        page.open("dl", "class", "figures");
        HtmlPage.figure(page, share(), "of all exercises passed");
        HtmlPage.figure(page, String.valueOf(facts.through()), "have passed all");
        HtmlPage.figure(page, String.valueOf(facts.failing()), "have a check that fails");
        HtmlPage.figure(page, middleGrade(), "points, the grade in the middle");
        page.close().close();
    }

    private String share() {
        var with = facts.withProgress();
        int all = with.size() * facts.exercises().size();
        int passed = with.stream().mapToInt(LearnerFacts::passed).sum();
        return all == 0 ? "–" : Math.round(100.0 * passed / all) + " %";
    }

    private String middleGrade() {
        var graded = facts.graded();
        return graded.isEmpty()
                ? "–"
                : graded.get(graded.size() / 2)
                        .grade()
                        .map(grade -> String.valueOf(grade.score()))
                        .orElse("–");
    }

    /** First, because what follows is without it. */
    private void notRead(Markup page) {
        if (facts.notRead().isEmpty() && facts.otherFiles().isEmpty()) {
            return;
        }
        page.open("aside", "class", "not-read", "aria-label", "What is not in this report");
        if (!facts.notRead().isEmpty()) {
            var files = Words.count(facts.notRead().size(), "file is", "files are");
            page.leaf("h2", files + " not in this report").open("ul");
            for (var one : facts.notRead()) {
                page.open("li").open("b").leaf("bdi", one.file()).close();
                page.text(": " + one.why() + ". ")
                        .leaf("span", sentence(one.next()), "class", "next")
                        .close();
            }
            page.close();
        }
        if (!facts.otherFiles().isEmpty()) {
            page.leaf("p", "Not looked at: " + facts.otherFilesInShort() + ".");
        }
        page.close();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + ".";
    }

    private Markup learners() {
        var part = Panel.open("learners", "Each learner", "What fails at the moment, and the points that are missing.");
        part.open("div", "class", "cards");
        List<LearnerFacts> all = facts.learners();
        for (int i = 0; i < all.size(); i++) {
            part.add(new LearnerPart(all.get(i), zone).card(i));
        }
        return part.close().close();
    }

    private static void footer(Markup page) {
        page.open("footer");
        page.leaf(
                "p",
                "Progress is what each learner's clone wrote into its progress file, which anybody can edit: it shows where"
                        + " help is needed, and is no mark. A grade is what the project did when it was graded.");
        page.open("p")
                .text("Made by ")
                .leaf("code", "./stack course report")
                .text(", which runs nothing of a submission.");
        page.close().close();
    }
}
