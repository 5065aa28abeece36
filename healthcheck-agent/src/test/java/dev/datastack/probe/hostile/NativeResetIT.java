package dev.datastack.probe.hostile;

import dev.datastack.probe.contract.NativeBinary;
import dev.datastack.probe.contract.ProcessAgent;

/** The native build and a reset. */
class NativeResetIT extends ResetSuite {
    @Override
    ProcessAgent agent() {
        return NativeBinary.agent();
    }
}
