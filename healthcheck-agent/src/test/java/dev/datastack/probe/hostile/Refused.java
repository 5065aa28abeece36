package dev.datastack.probe.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.contract.Agent.Result;

/** What is asked of every answer to a hostile server. */
final class Refused {
    /** Generous, because the machine that runs the tests may be busy; only a hang is longer. */
    private static final long SLACK_MILLIS = 20_000;

    private Refused() {}

    /** Returns the reason. */
    static String check(Result result, long timeoutMillis, String how) {
        String line = result.line();
        assertThat(result.exitCode()).as("%s %s", how, line).isEqualTo(1);
        assertThat(result.err()).as(how).isEmpty();
        assertThat(line)
                .as(how)
                .startsWith("unhealthy: ")
                .hasSizeBetween(15, 520)
                .matches("\\P{Cntrl}*");
        assertThat(line).as(how).doesNotContain("defect of the probe", "out of memory");
        assertThat(result.millis()).as("%s %s", how, line).isLessThan(timeoutMillis + SLACK_MILLIS);
        return line;
    }
}
