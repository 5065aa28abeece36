package dev.datastack.cli.doctor;

import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.problem.StackException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        var own = new Findings();
        var whole = read(subject, () -> {
            examiner.get().examine(own);
            return own;
        });
        findings.addAll(own.all());
        return whole.isPresent() && own.all().isEmpty();
    }

    /** What others need to look at; if it cannot be read, it is unseen. */
    <T> Optional<T> read(String subject, Supplier<T> reading) {
        progress.accept(subject);
        try {
            return Optional.of(reading.get());
        } catch (StackException e) {
            unseen(subject, e.tried() + ": " + e.what());
        } catch (UncheckedIOException | JacksonException e) {
            unseen(subject, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
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
