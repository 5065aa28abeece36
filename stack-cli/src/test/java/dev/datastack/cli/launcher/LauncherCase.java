package dev.datastack.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.process.Finished;

/** What {@code stack} and {@code stack.cmd} do alike: the one table that both are run through. */
enum LauncherCase {
    A_JDK_RUNS_THE_JAR("17.0.15", true, true, 3, ""),
    A_NEWER_JDK_DOES("25.0.3", true, true, 3, ""),
    A_RUN_TIME_WITHOUT_COMPILER_DOES("21.0.4", false, true, 3, ""),
    AN_OLD_JDK_IS_NAMED(
            "11.0.22", true, true, 1, "stack: This Java is too old: 11.0.22 is found, 17 or newer is needed."),
    A_JDK_OF_THE_OLD_NUMBERING_IS_OLD("1.8.0_402", true, true, 1, "stack: This Java is too old: 1.8.0_402 is found,"),
    WITHOUT_JAVA_NOTHING_RUNS("", false, true, 1, "stack: There is no JDK on this machine."),
    WITHOUT_A_JAR_IT_IS_BUILT_FIRST("17.0.15", true, false, 3, "stack: building the stack command (once"),
    WITHOUT_COMPILER_NOTHING_IS_BUILT("17.0.15", false, false, 1, "stack: This Java is no JDK: ");

    /** Empty for no java at all. */
    final String version;

    final boolean compiler;
    final boolean jar;
    /** 3 is that of the jar. */
    final int exitCode;
    /** How standard error begins; empty where it is empty. */
    final String says;

    LauncherCase(String version, boolean compiler, boolean jar, int exitCode, String says) {
        this.version = version;
        this.compiler = compiler;
        this.jar = jar;
        this.exitCode = exitCode;
        this.says = says;
    }

    boolean runs() {
        return exitCode == 3;
    }

    /** It was run with {@code status}, {@code --json} and {@code a b}. */
    void judge(Finished finished) {
        assertThat(finished.exitCode())
                .as(finished.outText() + finished.errText())
                .isEqualTo(exitCode);
        assertThat(finished.errText()).startsWith(says);
        if (says.isEmpty()) {
            assertThat(finished.errText()).isEmpty();
        }
        if (runs()) {
            assertThat(finished.outText())
                    .startsWith("[-XX:+UseSerialGC][-XX:TieredStopAtLevel=1][-Xlog:disable]")
                    .contains("[-Dstack.home=")
                    .endsWith("stack.jar][status][--json][a b]");
        } else {
            assertThat(finished.outText()).isEmpty();
            assertThat(finished.errText()).contains("  next:  ", "  more:  docs/troubleshooting.md");
        }
    }
}
