package dev.datastack.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.host.Platform;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BinariesTest {
    @Test
    void this_machine_has_its_binaries() {
        new Binaries(Platform.here()).require();
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, aarch64, Docker Desktop", "Linux, s390x, ./stack up", "SunOS, sparcv9, ./stack up"})
    void where_there_are_none_the_way_out_is_docker(String system, String processor, String next) {
        var thrown = catchThrowableOfType(
                StackException.class, () -> new Binaries(new Platform(system, processor)).require());
        assertThat(thrown.problem()).isEqualTo(Problem.DEMO_UNSUPPORTED);
        assertThat(thrown).hasMessageContaining("no PostgreSQL binaries for " + system + " on " + processor);
        assertThat(thrown.next()).contains(next);
    }
}
