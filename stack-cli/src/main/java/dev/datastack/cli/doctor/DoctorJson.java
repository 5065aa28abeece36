package dev.datastack.cli.doctor;

import dev.datastack.cli.doctor.Examination.Unseen;
import dev.datastack.cli.doctor.finding.Finding;
import java.util.List;

/** What {@code --json} prints. */
record DoctorJson(List<Line> findings, List<Line> fixed, List<Unseen> unseen) {
    /** A finding without what only this program can use. */
    record Line(String cause, String title, String evidence, String cure, boolean fixable) {
        static Line of(Finding finding) {
            return new Line(
                    finding.cause().id(),
                    finding.cause().title(),
                    finding.evidence(),
                    finding.cure(),
                    finding.fix().isPresent());
        }
    }

    static DoctorJson of(Examination examination, List<Finding> fixed) {
        return new DoctorJson(lines(examination.findings()), lines(fixed), examination.unseen());
    }

    private static List<Line> lines(List<Finding> findings) {
        return findings.stream().map(Line::of).toList();
    }
}
