package dev.datastack.cli.course.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.Xml;
import dev.datastack.cli.course.Manifest;
import dev.datastack.cli.course.Manifest.Topic;
import dev.datastack.cli.course.Progress;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page of a class of twelve, with the exercises of this clone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassPageTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    /** Topics 1 to 8 with three exercises each, whatever is added to the course. */
    private static final Manifest COURSE =
            new Manifest(Manifest.read(ROOT.resolve("docs/exercises/exercises.json")).topics().stream()
                    .filter(topic -> topic.number() > 0 && topic.number() < 9)
                    .map(topic -> new Topic(
                            topic.number(),
                            topic.title(),
                            topic.folder(),
                            topic.docs(),
                            topic.exercises().subList(0, 3)))
                    .toList());

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClassFacts facts;

    @SuppressWarnings("NullAway.Init")
    private String html;

    @BeforeEach
    void a_class_of_twelve() throws Exception {
        SampleClass.in(folder, COURSE);
        var folders = new LinkedHashMap<String, Path>();
        for (var name : List.of("submissions", "grades")) {
            folders.put(name, folder.resolve(name));
        }
        facts = ClassFacts.of(COURSE, new RosterReader().read(folders), SampleClass.NOW);
        html = new ClassPage(facts, ZoneOffset.UTC).html();
    }

    private Document page() {
        return Xml.parse(html);
    }

    @Test
    void titles_say_what_was_found() {
        assertThat(Xml.texts(page(), "h2"))
                .containsExactly(
                        "1 file is not in this report",
                        "Half of the class has passed 16 of 24 exercises or more; 2 have passed all",
                        "“The page shows the number of flights” (5.1) fails for 3 learners now",
                        "4 of 6 graded projects pass",
                        "Each learner");
    }

    @Test
    void the_matrix_has_a_row_for_each_learner_and_says_each_state_in_words() {
        var rows = Xml.all(page(), "tr").stream()
                .filter(row -> row.getParentNode().getNodeName().equals("tbody"))
                .filter(row -> ((Element) row.getParentNode().getParentNode())
                        .getAttribute("class")
                        .equals("matrix"))
                .map(row -> row.getTextContent().strip())
                .toList();
        assertThat(rows).hasSize(12);
        assertThat(rows.get(0)).startsWith("Amira Haddad").contains("✓passed").endsWith("24");
        assertThat(rows.get(2)).contains("✗a check fails", "–started, works here now", "22");
        assertThat(rows.get(10)).isEqualTo("Inès Moreauno progress file that can be read–");
    }

    @Test
    void a_check_that_fails_now_comes_before_one_that_many_have_passed() {
        assertThat(facts.checks()).extracting(CheckFacts::failingNow).isSortedAccordingTo((a, b) -> b - a);
        var first = facts.checks().get(0);
        assertThat(first.failingNow()).isEqualTo(3);
        assertThat(first.learners()).isEqualTo(8);
        assertThat(html).contains("no answer from http://127.0.0.1:49153/ within 20 seconds");
    }

    @Test
    void points_have_parts_and_those_not_given_have_reasons() {
        assertThat(html)
                .contains("pgadmin: the last stage copies nothing from an earlier one")
                .contains("compose.runs, compose.pages, compose.order, health.checks")
                .contains("not judged: an image does not build, so nothing was started");
        var daniel = facts.graded().stream()
                .filter(learner -> learner.name().equals("Daniel Weber"))
                .findFirst()
                .orElseThrow();
        var grade = daniel.grade().orElseThrow();
        assertThat(grade.score()).isEqualTo(77);
        assertThat(grade.passed()).isFalse();
        assertThat(grade.parts())
                .extracting(part -> part.name() + " " + part.points() + " of " + part.of())
                .containsExactly(
                        "images 25 of 25",
                        "services 20 of 25",
                        "health 14 of 20",
                        "volumes 8 of 20",
                        "readme 10 of 10");
    }

    @Test
    void a_grade_from_a_learners_own_folder_is_marked() {
        assertThat(html)
                .contains("100*", "the learner may have written it", "by a grade that lay in the learner's own folder");
    }

    @Test
    void what_is_missing_is_said() {
        assertThat(facts.notRead()).extracting(NotRead::file).containsExactly("submissions/Inès Moreau.json");
        assertThat(facts.otherFiles()).containsExactly("submissions/Lena Fischer.zip");
        assertThat(html).contains("submissions/Lena Fischer.zip", "it is no JSON");
    }

    @Test
    void a_name_that_means_harm_is_only_a_name() {
        assertThat(html)
                .contains("&lt;img src=x onerror=alert(1)&gt;\\u202e&lt;script&gt;")
                .doesNotContain("\u202e");
        assertThat(Xml.all(page(), "img")).isEmpty();
    }

    @Test
    void it_runs_nothing_and_asks_nobody() {
        var page = page();
        assertThat(Xml.all(page, "script")).isEmpty();
        assertThat(html).doesNotContain(" src=\"", "url(", "@import", "onload");
        assertThat(Xml.all(page, "a"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.getAttribute("href")).startsWith("#learner-"));
    }

    @Test
    void it_has_what_screen_readers_telephones_and_keyboards_need() {
        var page = page();
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(html).contains("width=device-width", "prefers-color-scheme: dark", "@media print");
        assertThat(Xml.all(page, "th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isNotEmpty());
        assertThat(Xml.all(page, "table")).hasSize(2).allSatisfy(table -> {
            var box = (Element) table.getParentNode();
            assertThat(box.getAttribute("tabindex")).isEqualTo("0");
            assertThat(box.getAttribute("aria-label")).isNotEmpty();
        });
        var ids = Xml.all(page, "article").stream()
                .map(article -> "#" + article.getAttribute("id"))
                .toList();
        assertThat(ids).hasSize(12).doesNotHaveDuplicates();
        assertThat(Xml.all(page, "a")).allSatisfy(link -> assertThat(ids).contains(link.getAttribute("href")));
    }

    @Test
    void a_class_without_failures_and_grades_has_a_page_too() {
        var one = Submission.named("a").with(new Progress(null, Map.of()));
        var quiet = ClassFacts.of(COURSE, new Roster(List.of(one), List.of(), List.of()), SampleClass.NOW);
        assertThat(Xml.texts(Xml.parse(new ClassPage(quiet, ZoneOffset.UTC).html()), "h2"))
                .containsExactly(
                        "One learner has passed 0 of 24 exercises", "No failed check is on record", "Each learner");
    }
}
