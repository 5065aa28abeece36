package dev.datastack.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.TestTools;
import dev.datastack.cli.course.Exercise;
import dev.datastack.cli.course.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code stack course report} of a class of twelve, on a phone and on a screen, by day and by night. */
@NeedsEngine
class ReportPagesIT {
    private static final int LEARNERS = 12;
    private static final List<Integer> WIDTHS = List.of(400, 1200);
    /** Its rules are those of WCAG, and what its makers hold to be good practice. */
    private static final String AXE = "/opt/npm/axe.min.js";

    private static final String VIOLATIONS = """
            async () => (await axe.run()).violations.flatMap(
                rule => rule.nodes.map(node => rule.id + ": " + node.target + " " + node.failureSummary))""";

    /** CSS pixels that one must scroll to the side for. */
    private static final String HIDDEN =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @TempDir
    private Path folder;

    @Test
    void the_page_of_a_class_breaks_no_rule_of_accessibility_and_fits_its_width(TestTools tools) throws IOException {
        submissions();
        var file = folder.resolve("class.html");
        var made = Shell.in(Repository.root())
                .run(
                        "./stack",
                        "course",
                        "report",
                        folder.resolve("submissions").toString(),
                        "--output",
                        file.toString());
        assertThat(made.well()).as(Shell.told(made)).isTrue();
        try (var chromium = Chromium.alone(tools)) {
            var page = chromium.open("about:blank");
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (int width : WIDTHS) {
                    page.setViewportSize(width, 900);
                    page.setContent(Files.readString(file));
                    isAccessible(page, tools);
                    assertThat(page.evaluate(HIDDEN)).isEqualTo(0);
                    chromium.screenshot(page, "class-" + width + "-" + scheme);
                }
            }
            assertThat(page.locator("table.matrix tbody tr").count()).isEqualTo(LEARNERS);
            assertThat(chromium.asked()).isEmpty();
        }
    }

    private static void isAccessible(Page page, TestTools tools) {
        page.addScriptTag(new Page.AddScriptTagOptions()
                .setContent(tools.run(List.of("cat", AXE)).outText()));
        assertThat(page.evaluate(VIOLATIONS)).isEqualTo(List.of());
    }

    /** The first has passed nothing, each of the others some exercises more, and fails in the next one. */
    private void submissions() throws IOException {
        var exercises = Manifest.read(Repository.root().resolve("docs/exercises/exercises.json"))
                .exercises();
        for (int learner = 0; learner < LEARNERS; learner++) {
            var json = JsonMapper.shared().createObjectNode().put("format", 2);
            var marks = json.putObject("marks");
            int passed = learner * exercises.size() / LEARNERS;
            for (var exercise : exercises.subList(0, passed + 1)) {
                var mark = marks.putObject(exercise.folder())
                        .put("started", "2026-05-04T08:00:00Z")
                        .put("hints", passed % 3);
                if (marks.size() <= passed) {
                    mark.put("passed", "2026-05-04T09:00:00Z");
                } else {
                    fails(exercise, mark.putObject("tries"));
                }
            }
            var file = folder.resolve("submissions/Learner " + learner + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, json.toPrettyString());
        }
    }

    private static void fails(Exercise exercise, ObjectNode tries) {
        tries.put("count", 3).put("last", "2026-05-04T10:00:00Z");
        tries.putObject("failed")
                .putObject(exercise.failing().get(0))
                .put("times", 3)
                .put("last", "2026-05-04T10:00:00Z")
                .put("observed", "exit code 1, and nothing was printed");
    }
}
