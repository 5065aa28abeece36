package dev.datastack.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.TestTools;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The diagrams that the pages describe in text are drawn, as GitHub draws them. */
@NeedsEngine
class DiagramsIT {
    private static final Pattern DIAGRAM =
            Pattern.compile("^```mermaid\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String MERMAID = "/opt/npm/mermaid.min.js";

    /** Draws one below the other, and returns how wide it became in CSS pixels; what cannot be read ends it with an error. */
    private static final String DRAW = """
            async ([name, text]) => {
              const drawn = await mermaid.render(name, text);
              document.body.insertAdjacentHTML("beforeend", drawn.svg);
              return document.querySelector("#" + name).getBoundingClientRect().width;
            }""";

    private record Diagram(String file, String text) {}

    @Test
    void every_diagram_of_the_documents_is_drawn(TestTools tools) {
        var diagrams = Repository.sources().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .flatMap(file -> in(file.toString()))
                .toList();
        assertThat(diagrams).hasSizeGreaterThan(9);
        try (var chromium = Chromium.alone(tools)) {
            var page = chromium.open("about:blank");
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setContent(tools.run(List.of("cat", MERMAID)).outText()));
            page.evaluate("() => mermaid.initialize({startOnLoad: false})");
            for (int i = 0; i < diagrams.size(); i++) {
                var diagram = diagrams.get(i);
                var width = page.evaluate(DRAW, List.of("diagram" + i, diagram.text()));
                assertThat(((Number) width).doubleValue()).as(diagram.file()).isGreaterThan(50);
            }
            var height = page.evaluate("() => document.body.scrollHeight");
            page.setViewportSize(1280, ((Number) height).intValue());
            chromium.screenshot(page, "diagrams");
        }
    }

    private static Stream<Diagram> in(String file) {
        return DIAGRAM.matcher(Repository.read(Repository.root().resolve(file)))
                .results()
                .map(found -> new Diagram(file, found.group(1)));
    }
}
