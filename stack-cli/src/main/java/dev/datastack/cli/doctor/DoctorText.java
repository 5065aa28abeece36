package dev.datastack.cli.doctor;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Terminal;
import dev.datastack.cli.terminal.Wrapped;
import java.util.List;

/** Findings for people: each with its name, the evidence, and what to do. */
final class DoctorText {
    private static final String FIX = "  fix: ";

    private final Terminal terminal;

    DoctorText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Examination examination, List<Finding> fixed) {
        fixed.forEach(finding -> terminal.say(
                terminal.paint(Style.GOOD, "fixed: ") + head(finding.cause()) + " (" + finding.cure() + ")"));
        print(examination.findings());
        for (var unseen : examination.unseen()) {
            var line = "not looked at: " + unseen.subject() + " (" + unseen.reason() + ")";
            wrapped(line, "").forEach(terminal::say);
        }
        terminal.say(sum(examination));
    }

    void print(List<Finding> findings) {
        findings.forEach(this::print);
    }

    private void print(Finding finding) {
        wrapped(head(finding.cause()), "").forEach(line -> terminal.say(terminal.paint(Style.BAD, line)));
        finding.evidence()
                .lines()
                .flatMap(line -> wrapped(line, "  | ").stream())
                .forEach(terminal::say);
        var cure = String.join("\n", wrapped(finding.cure(), " ".repeat(FIX.length())));
        terminal.say(terminal.paint(Style.GOOD, FIX) + cure.substring(FIX.length()));
        terminal.say("");
    }

    /** In a file each line stays whole, for who searches in it. */
    private List<String> wrapped(String text, String indent) {
        return Wrapped.words(text, indent, terminal.isScreen() ? terminal.columns() - 1 : Integer.MAX_VALUE);
    }

    private static String head(Cause cause) {
        return cause.title() + " [" + cause.id() + "]";
    }

    private String sum(Examination examination) {
        var findings = examination.findings();
        if (findings.isEmpty()) {
            var nothing =
                    examination.unseen().isEmpty() ? "Nothing found; " : "Nothing found in what could be looked at; ";
            var style = examination.isWell() ? Style.GOOD : Style.BAD;
            return terminal.paint(style, nothing + Cause.values().length + " causes are known.");
        }
        long fixable =
                findings.stream().filter(finding -> finding.fix().isPresent()).count();
        var found = findings.size() == 1 ? "1 finding" : findings.size() + " findings";
        return found + (fixable == 0 ? "." : "; './stack doctor --fix' fixes " + fixable + " of them.");
    }
}
