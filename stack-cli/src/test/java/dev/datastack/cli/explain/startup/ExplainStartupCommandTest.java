package dev.datastack.cli.explain.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.Xml;
import dev.datastack.cli.command.Cli;
import dev.datastack.cli.startup.SampleStarts;
import dev.datastack.cli.startup.StartFiles;
import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplainStartupCommandTest {
    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Cli cli;

    @BeforeEach
    void on_a_fake_docker() {
        cli = new Cli(root);
    }

    private void kept(String name, StartRecord start) throws IOException {
        var folder = Files.createDirectories(root.resolve(StartFiles.FOLDER));
        Files.writeString(folder.resolve(name), JsonMapper.shared().writeValueAsString(start));
    }

    @Test
    void the_last_start_is_explained_without_asking_the_engine() throws IOException {
        kept("1.json", SampleStarts.failed());
        kept("2.json", SampleStarts.whole());
        assertThat(cli.run("explain", "startup")).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains(
                        "Start of 1 Jan 2026 10:00:00 UTC: ready after 60.0 s",
                        "Critical path",
                        "→ postgres 6.0 s",
                        "The last starts");
        assertThat(cli.out().lines())
                .anyMatch(line -> line.matches(" +1 Jan 2026 10:00:00 UTC +failed +25\\.0 s .*postgres 5\\.5 s"));
        assertThat(cli.docker.calls()).isEmpty();
    }

    @Test
    void a_start_that_failed_says_why() throws IOException {
        kept("1.json", SampleStarts.failed());
        assertThat(cli.run("explain", "startup")).isZero();
        assertThat(cli.out())
                .contains("failed after 25.0 s", "airflow-init exited with code 3", "exited (3)", "never started")
                .doesNotContain("The last starts");
    }

    @Test
    void a_file_that_is_damaged_is_named_and_the_start_before_it_explained() throws IOException {
        kept("1.json", SampleStarts.whole());
        Files.writeString(root.resolve(StartFiles.FOLDER).resolve("2.json"), "{");
        assertThat(cli.run("explain", "startup")).isZero();
        assertThat(cli.err()).contains(".stack/starts/2.json is damaged");
        assertThat(cli.out()).contains("ready after 60.0 s");
    }

    @Test
    void starts_stand_beside_each_other() throws IOException {
        kept("1.json", SampleStarts.failed());
        kept("2.json", SampleStarts.whole());
        assertThat(cli.run("explain", "startup", "--compare")).isZero();
        assertThat(cli.out().lines())
                .anyMatch(line -> line.matches("airflow-init +6\\.5 s +exited \\(3\\)"))
                .anyMatch(line -> line.matches("image build +5\\.8 s +-"))
                .anyMatch(line -> line.matches("total +60\\.0 s +25\\.0 s"));
    }

    @Test
    void on_a_narrow_screen_fewer_starts_are_compared() throws IOException {
        for (int i = 0; i < 5; i++) {
            kept(i + ".json", SampleStarts.whole());
        }
        cli.screen = new FakeScreen(new Traits(true, true, false, 60), "");
        assertThat(cli.run("explain", "startup", "--compare")).isZero();
        assertThat(cli.out().lines())
                .allMatch(line -> line.length() < 60)
                .anyMatch(line -> line.matches("total +60\\.0 s +60\\.0 s.*"));
    }

    @Test
    void on_a_narrow_screen_the_sums_are_turned() throws IOException {
        kept("1.json", SampleStarts.failed());
        kept("2.json", SampleStarts.whole());
        cli.screen = new FakeScreen(new Traits(true, true, false, 80), "");
        assertThat(cli.run("explain", "startup")).isZero();
        assertThat(cli.out().lines())
                .allMatch(line -> line.length() < 80)
                .anyMatch(line -> line.matches(" +PREPARATION +9\\.8 s +-"))
                .anyMatch(line -> line.matches(" +SLOWEST SERVICE +pgadmin 15\\.0 s +postgres 5\\.5 s"));
    }

    @Test
    void json_has_the_record_and_what_follows_from_it() throws IOException {
        kept("1.json", SampleStarts.whole());
        cli.run("explain", "startup", "--json");
        var json = JsonMapper.shared().readTree(cli.out());
        assertThat(json.at("/seconds").asDouble()).isEqualTo(60);
        assertThat(json.at("/criticalPath/3/name").asString()).isEqualTo("secrets");
        assertThat(json.at("/parts/PREPARATION").asDouble()).isEqualTo(9.8);
        assertThat(json.at("/slowest").asString()).isEqualTo("pgadmin");
        assertThat(json.at("/start/services/2/ready").asString()).isEqualTo("2026-01-01T10:00:20Z");
        cli = new Cli(root);
        cli.run("explain", "startup", "--compare", "--json");
        assertThat(JsonMapper.shared().readTree(cli.out()).size()).isOne();
    }

    @Test
    void the_page_is_whole_and_shows_the_same() throws IOException {
        kept("1.json", SampleStarts.failed());
        kept("2.json", SampleStarts.whole());
        var page = root.resolve("start.html");
        assertThat(cli.run("explain", "startup", "--html", page.toString()))
                .as(cli.err())
                .isZero();
        var parsed = Xml.parse(Files.readString(page).replace("<!DOCTYPE html>\n", ""));
        assertThat(Xml.texts(parsed, "text")).contains("airflow-webserver", "year: marts");
        assertThat(Xml.texts(parsed, "title")).contains("postgres: running, not healthy yet, 5.5 s");
        assertThat(Xml.texts(parsed, "li")).contains("postgres 6.0 s");
        assertThat(Xml.texts(parsed, "td")).contains("failed", "60.0 s");
    }

    @Test
    void a_page_that_cannot_be_written_is_a_problem_with_a_name() throws IOException {
        kept("1.json", SampleStarts.whole());
        assertThat(cli.run(
                        "explain",
                        "startup",
                        "--html",
                        root.resolve("no/such.html").toString()))
                .isOne();
        assertThat(cli.err()).contains("The report cannot be written", "no/such.html");
    }

    @Test
    void without_a_record_and_without_containers_it_says_what_to_type() {
        assertThat(cli.run("explain", "startup")).isOne();
        assertThat(cli.err()).contains("No start is recorded", "next:  run './stack up'");
        cli = new Cli(root);
        assertThat(cli.run("explain", "startup", "--compare")).isOne();
        assertThat(cli.err()).contains("No start is recorded", "./stack up");
    }
}
