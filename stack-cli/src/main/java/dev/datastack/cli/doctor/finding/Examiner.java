package dev.datastack.cli.doctor.finding;

/** Looks at one thing and changes nothing. */
@FunctionalInterface
public interface Examiner {
    void examine(Findings findings);
}
