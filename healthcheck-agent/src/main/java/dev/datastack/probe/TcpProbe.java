package dev.datastack.probe;

import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.naming.HostPort;
import dev.datastack.probe.text.Sentence;

/** Does anybody accept connections there? For services that speak no protocol known here. */
public record TcpProbe(HostPort target) implements Probe {
    @Override
    public String ask(Attempt attempt) throws Unhealthy {
        attempt.connect(target);
        return Sentence.of("{} accepts connections", target.toString());
    }

    @Override
    public String explain(String reason) {
        return Sentence.of("{}: {}", target.toString(), reason);
    }
}
