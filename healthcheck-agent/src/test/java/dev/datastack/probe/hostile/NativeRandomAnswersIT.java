package dev.datastack.probe.hostile;

import dev.datastack.probe.contract.Agent;
import dev.datastack.probe.contract.NativeBinary;

/** The native build and random answers. */
class NativeRandomAnswersIT extends RandomAnswersSuite {
    @Override
    Agent agent() {
        return NativeBinary.agent();
    }
}
