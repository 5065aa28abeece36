package dev.datastack.probe.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.contract.Agent.Result;

/** What the suites share: the agent under test, and how to say what is expected of it. */
abstract class ContractSuite {
    /** Generous, because the machine that runs the tests may be busy; only a hang is longer. */
    private static final long SLACK_MILLIS = 20_000;

    abstract Agent agent();

    final Result run(String... arguments) {
        return agent().run(arguments);
    }

    final void healthy(Result result, String line) {
        assertThat(result.err()).isEmpty();
        assertThat(result.line()).isEqualTo("healthy: " + line);
        assertThat(result.exitCode()).isZero();
    }

    final void unhealthy(Result result, String line) {
        assertThat(result.err()).isEmpty();
        assertThat(result.line()).isEqualTo("unhealthy: " + line);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    final void misused(Result result, String text) {
        assertThat(result.out()).isEmpty();
        assertThat(result.line()).startsWith("healthcheck: ").contains(text).endsWith("See healthcheck --help");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    final void inTime(Result result, long limitMillis) {
        assertThat(result.millis()).isLessThan(limitMillis + SLACK_MILLIS);
    }
}
