package dev.datastack.probe.hostile;

import dev.datastack.probe.contract.Agent;
import dev.datastack.probe.contract.InProcessAgent;

/** The JVM build among hostile servers. */
class HostileTest extends HostileSuite {
    @Override
    Agent agent() {
        return new InProcessAgent();
    }
}
