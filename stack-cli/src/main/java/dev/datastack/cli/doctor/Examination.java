package dev.datastack.cli.doctor;

import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.problem.StackException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** What was found, and what could not be looked at. */
final class Examination {
    /** Something that was not looked at, for a sentence, and why. */
    record Unseen(String subject, String reason) {}

    private final Consumer<String> progress;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();

    /** {@code progress} is told each subject before it is looked at. */
    Examination(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Whether nothing was found, and everything could be looked at. */
    boolean look(String subject, Supplier<Examiner> examiner) {
        progress.accept(subject);
        var own = new Findings();
        try {
            examiner.get().examine(own);
        } catch (StackException e) {
            unseen(subject, e.tried() + ": " + e.what());
            return false;
        } catch (UncheckedIOException | JacksonException e) {
            unseen(subject, String.valueOf(e.getMessage()));
            return false;
        } finally {
            findings.addAll(own.all());
        }
        return own.all().isEmpty();
    }

    void unseen(String subject, String reason) {
        unseen.add(new Unseen(subject, reason));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Unseen> unseen() {
        return List.copyOf(unseen);
    }
}
