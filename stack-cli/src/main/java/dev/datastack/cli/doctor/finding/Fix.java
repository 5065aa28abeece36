package dev.datastack.cli.doctor.finding;

/** A cure that loses nothing, so that {@code --fix} may apply it. */
@FunctionalInterface
public interface Fix {
    void apply();
}
