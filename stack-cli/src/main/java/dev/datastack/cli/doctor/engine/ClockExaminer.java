package dev.datastack.cli.doctor.engine;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** The engine's clock against this machine's. A virtual machine's stops while its computer sleeps. */
public final class ClockExaminer implements Examiner {
    /** Airflow counts heartbeats in tens of seconds, and its tokens are valid for minutes. */
    private static final Duration TOLERANCE = Duration.ofSeconds(20);

    private final String engineTime;
    private final Instant now;

    public ClockExaminer(String engineTime, Instant now) {
        this.engineTime = engineTime;
        this.now = now;
    }

    @Override
    public void examine(Findings findings) {
        try {
            var difference = Duration.between(OffsetDateTime.parse(engineTime).toInstant(), now);
            if (difference.abs().compareTo(TOLERANCE) > 0) {
                findings.add(
                        Cause.ENGINE_CLOCK,
                        "the engine's is " + difference.abs().toSeconds() + " s "
                                + (difference.isNegative() ? "ahead" : "behind")
                                + ": heartbeats look old, and tokens expire early",
                        "restart Docker Desktop, or in WSL: wsl --shutdown");
            }
        } catch (DateTimeParseException e) {
            // Engines that do not say are not known.
            return;
        }
    }
}
