package dev.datastack.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;

/** The engine of this machine, which some tests need. */
public final class TestEngine {
    private TestEngine() {}

    /** Without one the test is left out; in CI, where nothing may be left out, it fails. */
    public static void isNeeded() {
        boolean answers = new ProcessRunner().run(Call.of("docker", "version")).well();
        if (!answers && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("No Docker engine answers, and in CI nothing may be skipped.");
        }
        assumeTrue(answers, "no Docker engine answers; ./stack engine install puts one on this machine");
    }
}
