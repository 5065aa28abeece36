package dev.datastack.cli.database;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.Settings;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A major version that the image of this stack can have. None can read the files of another, so each has its volume. */
public enum PostgresVersion {
    V17(17, "postgres-data"),
    V18(18, "postgres-data-18");

    public static final PostgresVersion DEFAULT = V17;
    public static final PostgresVersion NEWEST = V18;

    /** The setting that names it. */
    public static final String VARIABLE = "POSTGRES_VERSION";

    private static final String VOLUME = "POSTGRES_VOLUME";

    private final int major;
    private final String volume;

    PostgresVersion(int major, String volume) {
        this.major = major;
        this.volume = volume;
    }

    public static Optional<PostgresVersion> of(int major) {
        return Arrays.stream(values()).filter(known -> known.major == major).findFirst();
    }

    /** The one that the settings say. */
    public static PostgresVersion in(Settings settings) {
        var said = settings.get(VARIABLE);
        return said.isEmpty()
                ? DEFAULT
                : Arrays.stream(values())
                        .filter(known -> known.text().equals(said.get()))
                        .findFirst()
                        .orElseThrow(() -> new StackException(
                                Problem.SETTINGS_UNWRITABLE,
                                VARIABLE + " is " + said.get() + "; the image can have 17 or 18.",
                                "to choose a base image",
                                "correct that line of .env"));
    }

    public int major() {
        return major;
    }

    public String text() {
        return String.valueOf(major);
    }

    /** The volume of its data in a project, as docker-compose.yml names it. */
    public String volume(String project) {
        return project + "_" + volume;
    }

    /** Its lines in .env. */
    public Map<String, String> settings() {
        return Map.of(VARIABLE, text(), VOLUME, volume);
    }

    /** The same for a person to type. */
    public String lines() {
        return VARIABLE + "=" + text() + " and " + VOLUME + "=" + volume;
    }

    /** Whether the settings are fixed by the shell, so that .env cannot change them. */
    public static Optional<String> fixed(Settings settings) {
        return V17.settings().keySet().stream().filter(settings::isFixed).findFirst();
    }
}
