package dev.datastack.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.doctor.finding.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void the_page_has_a_row_for_each_cause() throws IOException {
        var page = Path.of(Objects.requireNonNull(System.getProperty("stack.root")), "docs/doctor.md");
        assertThat(ROW.matcher(Files.readString(page)).results().map((MatchResult row) -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Cause.values()).map(Cause::id).toList());
    }
}
