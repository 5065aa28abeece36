package dev.datastack.cli.course.report;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.course.Course;
import dev.datastack.cli.course.report.LearnerFile.Damaged;
import dev.datastack.cli.course.report.LearnerFile.OfGrade;
import dev.datastack.cli.course.report.Submission.Graded;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.sandbox.ProjectFiles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The learner's own facts, out of their work folder. */
final class OwnReport {
    private final ClassFacts facts;

    OwnReport(Context context, Course course, Path work) {
        var submission = new Submission("you", Optional.of(course.progress()), grade(work));
        if (submission
                        .progress()
                        .filter(progress -> !progress.marks().isEmpty())
                        .isEmpty()
                && submission.grade().isEmpty()) {
            throw new StackException(
                    Problem.NOTHING_TO_REPORT,
                    "you have not started an exercise yet.",
                    work.toString(),
                    "./stack course start");
        }
        var roster = new Roster(List.of(submission), List.of(), List.of());
        facts = ClassFacts.of(course.manifest(), roster, context.time().now());
    }

    LearnerFacts facts() {
        return facts.learners().get(0);
    }

    String page(ZoneId zone) {
        return new OwnPage(facts(), facts.exercises(), facts.made(), zone).html();
    }

    private static Optional<Graded> grade(Path work) {
        var files = new ProjectFiles(work);
        if (!files.has(RosterReader.GRADE)) {
            return Optional.empty();
        }
        var read = LearnerFile.read(files, RosterReader.GRADE);
        if (read instanceof OfGrade of) {
            return Optional.of(new Graded(of.grade(), false));
        }
        var why = read instanceof Damaged damaged ? damaged.why() : "it is no grade";
        throw new StackException(
                Problem.SUBMISSION_UNREADABLE,
                why + ".",
                work.resolve(RosterReader.GRADE).toString(),
                "make it anew: ./stack course grade DIR --json > course/grade.json");
    }
}
