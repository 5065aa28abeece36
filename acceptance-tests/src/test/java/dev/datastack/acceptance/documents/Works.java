package dev.datastack.acceptance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Shell;
import java.util.function.UnaryOperator;

/** What it means that a block works: it ends well and prints what the document shows. */
final class Works {
    private Works() {}

    /** {@code asInDocuments} puts what documents show in place of what is this run's own. */
    static void in(Shell shell, Block block, UnaryOperator<String> asInDocuments) {
        var finished = shell.run("bash", "-euo", "pipefail", "-c", block.text());
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        block.output()
                .ifPresent(shown -> assertThat(new ShownOutput(shown).matches(asInDocuments.apply(finished.outText())))
                        .as("%s shows%n%s%nbut the command printed%n%s", block, shown, finished.outText())
                        .isTrue());
    }
}
