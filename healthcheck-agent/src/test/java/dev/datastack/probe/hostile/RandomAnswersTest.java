package dev.datastack.probe.hostile;

import dev.datastack.probe.contract.Agent;
import dev.datastack.probe.contract.InProcessAgent;

/** The JVM build and random answers. */
class RandomAnswersTest extends RandomAnswersSuite {
    @Override
    Agent agent() {
        return new InProcessAgent();
    }
}
