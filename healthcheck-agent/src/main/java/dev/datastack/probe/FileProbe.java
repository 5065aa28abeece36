package dev.datastack.probe;

import dev.datastack.probe.machine.Durations;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;

/** Was this heartbeat file written lately? */
public record FileProbe(String path, long maxAgeMillis) implements Probe {
    /** Two machines' clocks differ a little, and some file systems keep whole seconds. */
    private static final long TOLERANCE_MILLIS = 5000;

    @Override
    public String ask(Attempt attempt) throws Unhealthy {
        long modified = attempt.host().lastModified(path);
        long age = attempt.host().currentTimeMillis() - modified;
        if (age < -TOLERANCE_MILLIS) {
            throw new Unhealthy("{} is from {} in the future: the clocks differ", path, Durations.text(-age));
        }
        String shown = Durations.text(Math.max(age, 0));
        if (age >= maxAgeMillis) {
            throw new Unhealthy("{} is {} old, must be under {}", path, shown, Durations.text(maxAgeMillis));
        }
        return Sentence.of("{} is {} old", path, shown);
    }

    @Override
    public String explain(String reason) {
        return reason;
    }
}
