package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabContainer;
import dev.datastack.cli.course.lab.LabException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The health check of a service, run by hand. It says yes or no while a state lasts: one in which {@code during} succeeds,
 * before the test and behind it. With {@code asks} it must have asked the service, whose log then has that text once more.
 */
@JsonTypeName("probe")
record Probed(
        String name,
        String service,
        @Nullable List<String> after,
        @Nullable Boolean restart,
        @Nullable List<String> during,
        boolean succeeds,
        @Nullable String asks)
        implements ProjectCheck {
    private static final int ROUNDS = 3;
    private static final Duration UNTIL_THE_STATE = Duration.ofSeconds(60);
    private static final Duration UNTIL_THE_LOG = Duration.ofSeconds(2);

    /** What came of one run of the test. */
    private enum Said {
        YES("says yes"),
        NO("says no"),
        UNASKED("has not asked the service"),
        TOO_LATE("says nothing before that is over");

        private final String words;

        Said(String words) {
            this.words = words;
        }
    }

    @Override
    public Finding look(Lab lab) {
        Running.orThrow(lab.project(), service);
        var container = LabContainer.of(lab, service);
        var test = ProbeCommand.of(lab.project(), service);
        if (test.isEmpty()) {
            return new Finding(false, service + " has no health check", told(wished()));
        }
        var said = Said.TOO_LATE;
        for (int round = 0; round < ROUNDS && said == Said.TOO_LATE; round++) {
            prepare(container);
            said = run(lab, container, test.get());
        }
        return new Finding(said == wished(), told(said), told(wished()) + (asks == null ? "" : ", and has asked it"));
    }

    private Said wished() {
        return succeeds ? Said.YES : Said.NO;
    }

    private void prepare(LabContainer container) {
        if (after != null && !container.runs(after).well()) {
            throw LabException.saying(Told.command(after) + " in " + service + " fails");
        }
        if (Boolean.TRUE.equals(restart)) {
            container.restart();
        }
    }

    private Said run(Lab lab, LabContainer container, ProbeCommand test) {
        if (during != null && !lab.until(UNTIL_THE_STATE, () -> lasts(container), Boolean::booleanValue)) {
            throw LabException.saying(Told.command(during) + " in " + service + " does not succeed");
        }
        long before = logged(container);
        boolean yes = container.runs(test.words()).well();
        boolean asked = asks == null || lab.until(UNTIL_THE_LOG, () -> logged(container), now -> now > before) > before;
        if (during != null && !lasts(container)) {
            return Said.TOO_LATE;
        }
        return yes != succeeds || asked ? (yes ? Said.YES : Said.NO) : Said.UNASKED;
    }

    private boolean lasts(LabContainer container) {
        return container.runs(Objects.requireNonNull(during)).well();
    }

    private long logged(LabContainer container) {
        return asks == null ? 0 : container.logged(asks);
    }

    private String told(Said said) {
        return "the health check of " + service + ", run by hand, " + said.words;
    }
}
