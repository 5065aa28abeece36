package dev.datastack.probe.hostile;

import dev.datastack.probe.contract.Agent;
import dev.datastack.probe.contract.NativeBinary;

/** The native build among hostile servers. */
class NativeHostileIT extends HostileSuite {
    @Override
    Agent agent() {
        return NativeBinary.agent();
    }
}
