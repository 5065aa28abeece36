package dev.datastack.cli.startup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One start: facts, no sums. {@code composeBegan} is when Compose took over, absent where it did not get so far;
 * {@code reason} says why it failed, and is empty otherwise. What was prepared has the times of this machine's clock,
 * containers and loads those of the engine's.
 */
public record StartRecord(
        int format,
        String project,
        Instant began,
        Optional<Instant> composeBegan,
        Instant ended,
        Outcome outcome,
        String reason,
        List<Preparation> preparation,
        List<ServiceStart> services,
        List<YearWork> year,
        List<Unknown> unknowns) {
    /** Of the files; a number that is higher is of a later version. */
    public static final int FORMAT = 1;

    /** How it ended. */
    public enum Outcome {
        READY,
        FAILED,
        /** Somebody stopped watching; the stack went on. */
        INTERRUPTED,
        /** Not watched, but read out of the engine afterwards. */
        OBSERVED
    }

    /** Nothing in a file is believed: what it must have is there, and time does not run backwards. */
    public StartRecord {
        requireNonNull(project, "project");
        requireNonNull(outcome, "outcome");
        requireNonNull(reason, "reason");
        Times.check(began, ended);
        Times.check(composeBegan);
        preparation = List.copyOf(preparation);
        services = List.copyOf(services);
        year = List.copyOf(year);
        unknowns = List.copyOf(unknowns);
    }

    /** The same with what was asked for at its end. */
    StartRecord with(List<ServiceStart> theServices, List<YearWork> theYear) {
        return new StartRecord(
                format,
                project,
                began,
                composeBegan,
                ended,
                outcome,
                reason,
                preparation,
                theServices,
                theYear,
                unknowns);
    }

    public Optional<ServiceStart> service(String name) {
        return services.stream()
                .filter(service -> service.service().equals(name))
                .findFirst();
    }

    /** When the containers' part began: nothing of one can be older. */
    public Instant containersBegan() {
        return composeBegan.orElse(ended);
    }
}
