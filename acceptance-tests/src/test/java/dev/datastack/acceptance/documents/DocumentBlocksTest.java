package dev.datastack.acceptance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.documents.Marker.Missing;
import dev.datastack.acceptance.documents.Marker.NotRun;
import dev.datastack.acceptance.documents.Marker.Run;
import dev.datastack.acceptance.documents.Marker.RunBy;
import dev.datastack.acceptance.stack.Repository;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentBlocksTest {
    private static final System.Logger LOG = System.getLogger("documents");

    @Test
    void every_block_names_its_language() {
        assertThat(Document.allBlocks())
                .filteredOn(block -> block.language().isEmpty())
                .isEmpty();
    }

    @Test
    void every_command_block_is_run_or_says_why_not() {
        var commands = Document.allBlocks().stream().filter(Block::isCommand).toList();
        assertThat(commands)
                .filteredOn(block -> block.marker() instanceof Missing)
                .isEmpty();
        LOG.log(
                Level.INFO,
                "Command blocks: {0} run beside the stack, {1} by a test of their own, {2} not run, with a reason",
                count(commands, Run.class),
                count(commands, RunBy.class),
                count(commands, NotRun.class));
    }

    @Test
    void a_test_that_a_block_names_exists() {
        var tests = Repository.sources().stream()
                .filter(file -> file.toString().contains("src/test/java"))
                .map(file -> Objects.requireNonNull(file.getFileName()).toString())
                .collect(Collectors.toSet());
        for (var block : Document.allBlocks()) {
            if (block.marker() instanceof RunBy by) {
                assertThat(tests).as(block.toString()).contains(by.test() + ".java");
            }
        }
    }

    @Test
    void a_block_has_its_marker_its_text_and_the_output_below() {
        var blocks = Document.blocks(Path.of("a.md"), """
                Words.
                <!-- run -->
                ```sh
                echo one
                ```
                prints
                <!-- output -->
                ```text
                one
                ```
                <!-- not-run: it deletes all data -->
                ```sh
                rm data
                ```
                """);
        assertThat(blocks).extracting(Block::marker).isEqualTo(List.of(new Run(), new NotRun("it deletes all data")));
        assertThat(blocks.get(0).text()).isEqualTo("echo one\n");
        assertThat(blocks.get(0).output()).contains("one\n");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME   STATUS, NAME STATUS, true",
        "loads 27, loads 28, false",
        "'up for … s', up for 12 s, true",
        "'a|…|z', a|b|c|z, true",
        "'a|…|z', a|z, true",
        "'a|…|z', a|b, false",
        "one, one|two, false"
    })
    void an_ellipsis_stands_for_anything(String shown, String actual, boolean matches) {
        assertThat(new ShownOutput(shown.replace('|', '\n')).matches(actual.replace('|', '\n')))
                .isEqualTo(matches);
    }

    private static long count(List<Block> blocks, Class<? extends Marker> kind) {
        return blocks.stream().filter(block -> kind.isInstance(block.marker())).count();
    }
}
