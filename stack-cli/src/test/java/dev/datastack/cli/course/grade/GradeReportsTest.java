package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GradeReportsTest {
    private static Grade grade(int passMark) {
        var book = new Scorebook();
        for (var rule : Rule.values()) {
            book.judge(rule, List.of(), "seen");
        }
        book.judge(Rule.IMAGES_STAGES, List.of("web: one <stage> & \"no\" more\u001b"), "");
        book.notJudged(Rule.COMPOSE_PAGES, "nothing runs");
        return new Grade("/home/me/p", List.of(new Grade.Found(Role.PGADMIN, "look", "image")), book.all(), passMark);
    }

    @Test
    void the_points_of_all_rules_are_100() {
        assertThat(Rule.allPoints()).isEqualTo(100);
        assertThat(grade(100).score()).isEqualTo(87);
        assertThat(grade(100).passed()).isFalse();
        assertThat(grade(87).passed()).isTrue();
    }

    @Test
    void the_text_has_each_rule_and_the_verdict() {
        var screen = FakeScreen.pipe();
        new GradeText(screen.terminal()).print(grade(100));
        assertThat(screen.out())
                .contains("Own multi-stage Dockerfiles for the Python services: 17 of 25")
                .contains("images.stages    not met     0  web: one <stage>")
                .contains("compose.pages    not judged  0  nothing runs")
                .contains("87 of 100 points: not passed (the pass mark is 100).");
    }

    @Test
    void the_json_has_all_of_it() {
        var json = JsonMapper.shared().readTree(GradeJson.of(grade(87)));
        assertThat(json.path("score").asInt()).isEqualTo(87);
        assertThat(json.path("passed").asBoolean()).isTrue();
        assertThat(json.at("/services/pgadmin/service").asString()).isEqualTo("look");
        assertThat(json.path("rules").size()).isEqualTo(Rule.values().length);
    }

    @Test
    void markdown_shows_the_words_of_a_stranger_as_text(@TempDir Path folder) throws IOException {
        var summary = Files.writeString(folder.resolve("summary.md"), "Of another step.\n");
        GradeMarkdown.append(grade(100), summary);
        assertThat(summary)
                .content()
                .startsWith("Of another step.\n## 87 of 100 points: not passed\n")
                .contains("### Own multi-stage Dockerfiles for the Python services")
                .contains(
                        "| `images.stages` | not met | 0 of 8 | <code>web&#58; one &#60;stage&#62; &#38; &#34;no&#34; more&#92;x1b</code> |")
                .contains("| `compose.pages` | not judged | 0 of 5 | <code>nothing runs</code> |");
    }

    @Test
    void junit_xml_is_well_formed_and_counts() throws Exception {
        var xml = JunitReport.xml(grade(100));
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        var suite = document.getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(Rule.values().length));
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        var failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("web: one <stage> & \"no\" more\\x1b");
    }

    @Test
    void the_page_of_the_rules_has_each_rule_with_its_points_and_sentence() throws IOException {
        var page = Path.of(Objects.requireNonNull(System.getProperty("stack.root")), "docs/capstone/rules.md");
        var rows = Files.readAllLines(page).stream()
                .filter(line -> line.matches("\\| `[a-z]+\\.[a-z]+` .*"))
                .map(line -> line.split(" *\\| *", -1))
                .map(cells -> cells[1] + " " + cells[2] + " " + cells[3])
                .toList();
        var rules = Stream.of(Rule.values())
                .map(rule -> "`" + rule.id() + "` " + rule.points() + " " + rule.text())
                .toList();
        assertThat(rows).isEqualTo(rules);
    }
}
