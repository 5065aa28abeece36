package dev.datastack.probe;

import dev.datastack.probe.machine.Unhealthy;

/** Was this heartbeat file written lately? */
public record FileProbe(String path, long maxAgeMillis) implements Probe {
    @Override
    public String ask(Attempt attempt) throws Unhealthy {
        long modified = attempt.host().lastModified(path);
        return Age.check(path, modified, maxAgeMillis, attempt.host());
    }

    @Override
    public String explain(String reason) {
        return reason;
    }
}
