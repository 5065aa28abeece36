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
    /**
     * Something that was not looked at, for a sentence, and why: there was nothing to look at, such as containers of a stack
     * that does not run, or to look has failed.
     */
    record Unseen(String subject, String reason, boolean failed) {}

    private final Consumer<String> progress;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();

    /** {@code progress} is told each subject before it is looked at. */
    Examination(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Whether nothing was found, and everything could be looked at. What two parts run into is one finding. */
    boolean look(String subject, Supplier<Examiner> examiner) {
        var own = new Findings();
        var whole = read(subject, () -> {
            examiner.get().examine(own);
            return own;
        });
        own.all().stream().filter(finding -> !findings.contains(finding)).forEach(findings::add);
        return whole.isPresent() && own.all().isEmpty();
    }

    /** What others need to look at; if it cannot be read, it is unseen. */
    <T> Optional<T> read(String subject, Supplier<T> reading) {
        progress.accept(subject);
        try {
            return Optional.of(reading.get());
        } catch (StackException e) {
            failed(subject, e.what());
        } catch (JacksonException e) {
            failed(subject, "the answer is not JSON");
        } catch (UncheckedIOException e) {
            failed(subject, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** What has no ground to be looked at on: something else that was found, or a stack that does not run. */
    void unseen(String subject, String reason) {
        unseen.add(new Unseen(subject, reason, false));
    }

    private void failed(String subject, String reason) {
        unseen.add(new Unseen(subject, reason.lines().findFirst().orElse("").strip(), true));
    }

    /** Nothing is known to be wrong, and no look has failed. */
    boolean isWell() {
        return findings.isEmpty() && unseen.stream().noneMatch(Unseen::failed);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Unseen> unseen() {
        return List.copyOf(unseen);
    }
}
