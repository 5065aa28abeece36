package dev.datastack.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.TestEngine;
import dev.datastack.cli.TestShells;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The launcher of Windows in the cmd of Wine, by the table of {@link LauncherCasesTest}. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LauncherOnWindowsIT {
    @AutoClose
    private TestShells shells;

    @BeforeAll
    void wine_is_there() {
        TestEngine.isNeeded();
        shells = new TestShells();
        WineClone.prepare(shells);
    }

    @ParameterizedTest
    @EnumSource
    void it_does_what_the_table_says(LauncherCase one) {
        var clone = new WineClone(shells, one);
        one.judge(clone.stack("status", "--json", "a b"));
        assertThat(clone.hasJar()).isEqualTo(one.jar || one.runs());
    }
}
