package dev.datastack.probe;

import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Host;
import dev.datastack.probe.machine.Scratch;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.naming.Dialer;
import dev.datastack.probe.naming.HostPort;

/** What the probes of one attempt share: the machine, the deadline and the buffers. */
public record Attempt(Host host, Dialer dialer, Deadline deadline, Scratch scratch) {
    Connection connect(HostPort target) throws Unhealthy {
        return dialer.connect(target, deadline);
    }
}
