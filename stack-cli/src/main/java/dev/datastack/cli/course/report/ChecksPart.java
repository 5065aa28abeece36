package dev.datastack.cli.course.report;

import dev.datastack.cli.page.Markup;
import java.util.List;
import java.util.Locale;

/** The checks that fail most. */
final class ChecksPart {
    private static final int MOST = 8;

    private final ClassFacts facts;

    ChecksPart(ClassFacts facts) {
        this.facts = facts;
    }

    Markup markup() {
        var part = Panel.open("checks", finding(), shown());
        if (!facts.checks().isEmpty()) {
            part.open("ol", "class", "checks");
            shownChecks().forEach(check -> item(part, check));
            part.close();
        }
        return part.close();
    }

    private List<CheckFacts> shownChecks() {
        return facts.checks().subList(0, Math.min(MOST, facts.checks().size()));
    }

    private String finding() {
        if (facts.checks().isEmpty()) {
            return "No failed check is on record";
        }
        var first = facts.checks().get(0);
        return first.failingNow() == 0
                ? "No check fails now; “%s” (%s) has failed most often".formatted(first.check(), first.number())
                : "“%s” (%s) fails for %s now"
                        .formatted(first.check(), first.number(), Words.learners(first.failingNow()));
    }

    private String shown() {
        if (facts.checks().isEmpty()) {
            return "Clones of an older version of this kit do not keep which checks failed.";
        }
        var all = facts.checks().size();
        return (all > MOST ? "The first %d of %d that have failed. ".formatted(MOST, all) : "")
                + "Those that fail for most learners now come first, then those that ever failed for most.";
    }

    private void item(Markup part, CheckFacts check) {
        part.open("li").leaf("h3", check.check());
        part.leaf("p", "Exercise " + check.number() + ", " + check.title(), "class", "where");
        bar(part, check);
        part.open("p", "class", "counts").leaf("b", Words.learners(check.failingNow()));
        part.text(check.failingNow() == 1 ? " fails it now, " : " fail it now, ");
        part.text("%d ever did, %s in all".formatted(check.learners(), Words.count(check.times(), "time", "times")));
        part.close();
        part.open("p", "class", "said").leaf("code", check.observed(), "dir", "auto");
        part.open("span", "class", "to").text(" – last said to ");
        Panel.name(part, check.learner()).close().close().close();
    }

    /** Out of all learners: who ever failed it, and who does now. The numbers stand below it in words. */
    private void bar(Markup part, CheckFacts check) {
        part.open("div", "class", "bar", "aria-hidden", "true");
        part.leaf("i", "", "class", "ever", "style", width(check.learners()));
        part.leaf("i", "", "class", "now", "style", width(check.failingNow())).close();
    }

    private String width(int learners) {
        return String.format(
                Locale.ROOT, "width:%.1f%%", 100.0 * learners / facts.learners().size());
    }
}
