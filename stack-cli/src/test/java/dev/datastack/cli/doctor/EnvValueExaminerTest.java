package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.doctor.machine.EnvValueExaminer;
import dev.datastack.cli.profile.SmallProfile;
import dev.datastack.cli.settings.EnvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvValueExaminerTest {
    private static final SmallProfile SMALL =
            new SmallProfile(Map.of("STACK_PROFILE", "small", "PGADMIN_MEMORY", "256M", "POSTGRES_MEMORY", "320M"));

    @TempDir
    private Path clone;

    private List<Finding> found(String lines) throws IOException {
        var file = Files.writeString(clone.resolve(".env"), lines);
        var findings = new Findings();
        new EnvValueExaminer(new EnvFile(file), Optional.of(SMALL)).examine(findings);
        assertThat(findings.all()).allMatch(finding -> finding.cause() == Cause.ENV_VALUE);
        return findings.all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PGADMIN_MEMORY=2M|Docker refuses less than 6 MB",
                "PGADMIN_MEMORY='320'|Docker refuses less than 6 MB; without a unit it is bytes",
                "POSTGRES_MEMORY=10mb|less than half of 320M, the smallest limit that was tested",
                "AIRFLOW_PARALLELISM=zero|it must be a number, 1 or more",
                "AIRFLOW_PARALLELISM=0|it must be a number, 1 or more",
                "BASE_PREFIX=datastack.local|it must end with a slash",
                "JAR=somewhere|it must be outside or inside"
            })
    void a_value_that_cannot_work_is_shown_with_its_line_and_what_it_should_be(String line, String why)
            throws IOException {
        assertThat(found("# mine\n" + line + "\n"))
                .singleElement()
                .extracting(Finding::evidence)
                .isEqualTo("line 2: " + line + "; " + why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PGADMIN_MEMORY=128M",
                "PGADMIN_MEMORY=0.5g",
                "PGADMIN_MEMORY=1 GiB",
                "PGADMIN_MEMORY=",
                "PGADMIN_MEMORY=$OTHER",
                "PGADMIN_MEMORY=much",
                "AIRFLOW_PARALLELISM=16",
                "BASE_PREFIX=",
                "BASE_PREFIX=mirror.example.com/hub/",
                "JAR=inside",
                "JAR=\u201Cinside\u201D"
            })
    void one_that_may_work_or_that_compose_refuses_itself_is_no_finding(String line) throws IOException {
        assertThat(found(line + "\n")).isEmpty();
    }

    @Test
    void the_last_line_of_a_name_counts_and_the_cure_is_a_value_that_was_tested() throws IOException {
        assertThat(found("PGADMIN_MEMORY=2M\nPGADMIN_MEMORY=320M\n")).isEmpty();
        assertThat(found("PGADMIN_MEMORY=320M\nPGADMIN_MEMORY=2M\n"))
                .singleElement()
                .extracting(Finding::cure)
                .isEqualTo("write PGADMIN_MEMORY=256M or more, or delete the line");
    }
}
