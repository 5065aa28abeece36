package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeFileTest {
    private static final String WEB = """
            {"airflow-webserver": {"image": "apache/airflow", "command": ["api-server"],
             "ports": [{"target": 8080, "published": "%s"}]}}""";
    private static final String WORDS = "Some words that say what this is and why it is here. ".repeat(5);

    @TempDir
    private Path folder;

    private List<Result> judge(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        // The file has a variable with a default; this clone's .env sets another value.
        var model = Models.of(WEB.formatted("9999"), WEB.formatted("${AIRFLOW_PORT:-8080}"));
        var book = new Scorebook();
        ReadmeFile.judge(new ProjectFiles(folder), model, Roles.in(model, Map.of()), book);
        return book.all().stream()
                .filter(result -> result.rule().deliverable() == Deliverable.README)
                .toList();
    }

    @Test
    void a_start_and_the_default_port_are_enough() throws IOException {
        assertThat(judge("readme.txt", WORDS + "\n\n    docker-compose up -d\n\nOpen port 8080."))
                .allMatch(result -> result.outcome() == Outcome.MET);
    }

    @Test
    void a_command_in_the_running_text_is_no_block() throws IOException {
        assertThat(judge("README.md", WORDS + "docker compose up and localhost:8080"))
                .filteredOn(result -> result.outcome() == Outcome.NOT_MET)
                .extracting(result -> result.rule().id())
                .containsExactly("readme.start");
    }

    @Test
    void what_no_reader_sees_is_not_said() throws IOException {
        assertThat(judge("README.md", WORDS + "\n<!--\n```sh\ndocker compose up\n```\n8080 -->\n"))
                .filteredOn(result -> result.outcome() == Outcome.NOT_MET)
                .extracting(result -> result.rule().id())
                .containsExactly("readme.start", "readme.doors");
    }

    @Test
    void a_port_is_a_whole_number() throws IOException {
        assertThat(judge("README.md", WORDS + "\n```sh\ndocker compose --file x up\n```\n18080"))
                .filteredOn(result -> result.outcome() == Outcome.NOT_MET)
                .extracting(result -> result.rule().id())
                .containsExactly("readme.doors");
    }

    @Test
    void without_a_readme_the_other_two_rules_are_not_judged() throws IOException {
        assertThat(judge("other.md", WORDS))
                .extracting(Result::outcome)
                .containsExactly(Outcome.NOT_MET, Outcome.NOT_JUDGED, Outcome.NOT_JUDGED);
    }
}
