package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.docker.Docker.EngineInfo;
import dev.datastack.cli.doctor.engine.ResourceExaminer;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.settings.EnvFile.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResourceExaminerTest {
    private static final EngineInfo TWO_CPUS = new EngineInfo(8L << 30, true, 2, "/none", "");

    private static Demands limit(String service, double cpus) {
        return new Demands(service, 0, cpus, List.of(), "always");
    }

    private static List<Finding> found(Optional<Entry> line, Demands... demands) {
        var findings = new Findings();
        new ResourceExaminer(TWO_CPUS, List.of(demands), line).examine(findings);
        return findings.all();
    }

    @Test
    void services_that_have_their_limit_from_one_line_are_one_finding_which_names_it() {
        var line = new Entry(4, "STACK_CPUS", "'9'");
        var found = found(Optional.of(line), limit("a", 9), limit("b", 9), limit("c", 1), limit("d", 3));
        assertThat(found)
                .extracting(Finding::evidence)
                .containsExactly(
                        "d may use 3.0, the engine has 2",
                        ".env, line 4: STACK_CPUS='9'; a, b may use 9.0, the engine has 2");
        assertThat(found.get(1).cure()).isEqualTo("give the engine more CPUs, or write STACK_CPUS=2 to .env");
    }

    @Test
    void without_a_line_a_limit_of_the_compose_file_may_be_meant() {
        assertThat(found(Optional.empty(), limit("a", 4)))
                .singleElement()
                .extracting(Finding::cure)
                .asString()
                .endsWith("; a limit of your own is in your Compose file");
    }
}
