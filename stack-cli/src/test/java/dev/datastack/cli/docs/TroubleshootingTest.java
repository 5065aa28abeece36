package dev.datastack.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every message that the command, its launchers and the installer print has a heading. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TroubleshootingTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));

    private static List<String> headings() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/troubleshooting.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();
    }

    private static List<String> messages(String file, String pattern) throws IOException {
        var messages = Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(messages).as("messages of " + file).isNotEmpty();
        return messages;
    }

    private static void everyOneHasAHeading(List<String> messages) throws IOException {
        var headings = headings();
        assertThat(messages)
                .allSatisfy(message -> assertThat(headings)
                        .as(message)
                        .anyMatch(heading ->
                                message.toLowerCase(Locale.ROOT).startsWith(heading.toLowerCase(Locale.ROOT))));
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_has_a_heading_that_its_link_leads_to(Problem problem) throws IOException {
        assertThat(headings()).contains(problem.heading());
    }

    @Test
    void every_message_of_the_launchers_has_a_heading() throws IOException {
        var said = "(?:fail |why=|what=\\$\\{what:-)\"([A-Z][^\"]+)";
        for (var file : List.of("stack", "stack-cli/launcher/java.sh", "stack-cli/launcher/build.sh")) {
            everyOneHasAHeading(messages(file, said));
        }
        everyOneHasAHeading(messages("stack.cmd", "set \"WHAT=([^\"]+)"));
    }

    @Test
    void every_message_of_the_installer_has_a_heading() throws IOException {
        var plain = messages("docker/engine/install.sh", "fail \\d \"([^$\"][^\"]*)");
        everyOneHasAHeading(plain);
        assertThat(headings()).contains("An older engine answers");
    }
}
