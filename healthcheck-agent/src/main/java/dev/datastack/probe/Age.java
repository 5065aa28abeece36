package dev.datastack.probe;

import dev.datastack.probe.machine.Durations;
import dev.datastack.probe.machine.Host;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;

/** Compares a moment with now. */
final class Age {
    /** Two machines' clocks differ a little, and some file systems keep whole seconds. */
    private static final long TOLERANCE_MILLIS = 5000;

    private Age() {}

    static String check(String subject, long moment, long limitMillis, Host host) throws Unhealthy {
        long age = host.currentTimeMillis() - moment;
        if (age < -TOLERANCE_MILLIS) {
            throw new Unhealthy("{} is from {} in the future: the clocks differ", subject, Durations.text(-age));
        }
        long shown = Math.max(age, 0);
        if (age >= limitMillis) {
            throw new Unhealthy(
                    "{} is {} old, must be under {}", subject, Durations.text(shown), Durations.text(limitMillis));
        }
        return Sentence.of("{} is {} old", subject, Durations.text(shown));
    }
}
