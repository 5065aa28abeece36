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

    @Test
    void limits_that_do_not_fit_together_are_a_case_for_the_small_profile() {
        var found = found(Optional.empty(), memory("a", 5), memory("b", 4));
        assertThat(found)
                .extracting(Finding::evidence)
                .containsExactly("the services may use up to 9.0 GiB of memory, the engine has 8.0 GiB");
        assertThat(found.get(0).cure()).startsWith("start with smaller limits: ./stack up --profile small; or give");
    }

    @Test
    void a_limit_larger_than_the_engine_is_named_and_no_profile_is_advised_against_it() {
        var found = found(Optional.empty(), memory("a", 40), memory("b", 1));
        assertThat(found)
                .singleElement()
                .extracting(Finding::evidence)
                .asString()
                .endsWith("; more than all of it: a 40.0 GiB");
        assertThat(found.get(0).cure()).startsWith("write a smaller limit to .env, or to your Compose file; or give");
    }

    private static Demands memory(String service, long gibibytes) {
        return new Demands(service, gibibytes << 30, 0, List.of(), "always");
    }
}
