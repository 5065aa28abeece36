package dev.datastack.probe;

import dev.datastack.probe.machine.Unhealthy;

/** One question to one service. */
public sealed interface Probe permits FileProbe, HttpProbe, PostgresProbe, TcpProbe {
    /** Returns in a few words what was found to be well, or throws the reason why it is not. */
    String ask(Attempt attempt) throws Unhealthy;

    /** Adds whom the reason is about. */
    String explain(String reason);
}
