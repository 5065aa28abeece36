package dev.datastack.cli.explain.startup;

import dev.datastack.cli.terminal.Style;
import java.util.Locale;

/** What a part of a start was spent on. The sign tells them apart where there are no colours. */
public enum Phase {
    BASES("base images", Part.PREPARATION, '▓', Style.BUSY),
    JARS("jars", Part.PREPARATION, '▓', Style.BUSY),
    IMAGES("image build", Part.PREPARATION, '▓', Style.BUSY),
    CREATE("creating the container", Part.CONTAINERS, '░', Style.QUIET),
    WAIT("waiting for another service", Part.CONTAINERS, '·', Style.QUIET),
    START("starting the container", Part.CONTAINERS, '▒', Style.BUSY),
    ONE_SHOT("one-shot running", Part.ONE_SHOTS, '▓', Style.GOOD),
    HEALTH("running, not healthy yet", Part.HEALTH, '█', Style.GOOD),
    NOT_READY("failed or not ready", Part.HEALTH, 'x', Style.BAD),
    SCHEDULE("Airflow, until it begins", Part.YEAR, '·', Style.QUIET),
    LOAD("loading", Part.YEAR, '█', Style.BUSY),
    OTHER("checks, and until it was seen", Part.REST, '.', Style.QUIET);

    /** What is added up to compare starts. */
    public enum Part {
        PREPARATION,
        CONTAINERS,
        ONE_SHOTS,
        HEALTH,
        YEAR,
        REST;

        String title() {
            return name().replace('_', '-');
        }
    }

    private final String text;
    private final Part part;
    private final char sign;
    private final Style style;

    Phase(String text, Part part, char sign, Style style) {
        this.text = text;
        this.part = part;
        this.sign = sign;
        this.style = style;
    }

    String text() {
        return text;
    }

    Part part() {
        return part;
    }

    /** Nothing was done for it in this time. */
    boolean isWait() {
        return this == CREATE || this == WAIT || this == SCHEDULE;
    }

    char sign() {
        return sign;
    }

    Style style() {
        return style;
    }

    /** Its class in the page's style sheet. */
    String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
