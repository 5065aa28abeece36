package dev.datastack.probe.hostile;

import dev.datastack.probe.contract.ProcessAgent;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The JVM build and a reset; only Linux tells a test when it has happened. */
@EnabledOnOs(OS.LINUX)
class ResetTest extends ResetSuite {
    @Override
    ProcessAgent agent() {
        return ProcessAgent.jvm();
    }
}
