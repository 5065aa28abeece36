package dev.datastack.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InclusionPolicyTest {
    @TempDir
    private Path folder;

    private List<Reach> reaches(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var policy = new InclusionPolicy(
                folder,
                List.of(),
                paths -> paths.stream()
                        .map(path -> path.replace("${UP:-..}", ".."))
                        .toList());
        return policy.refusals(ComposeFiles.in(folder, Map.of())).stream()
                .map(Refusal::reach)
                .toList();
    }

    private List<Reach> reaches(String compose) throws IOException {
        return reaches(Map.of("compose.yaml", compose));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            include: [../other.yaml]                                            | OUTSIDE
            include: [{path: [a.yaml, /srv/b.yaml]}]                            | OUTSIDE
            include: [{path: a.yaml, env_file: ../x.env}]                       | OUTSIDE
            include: ["oci://registry.example.org/project"]                     | REMOTE
            include: ["https://example.org/x.git#main:compose.yaml"]            | REMOTE
            services: {a: {extends: {file: ../base.yaml, service: b}}}          | OUTSIDE
            services: {a: {env_file: ["a.env", {path: /etc/passwd}]}}           | OUTSIDE
            services: {a: {env_file: "${UP:-..}/teacher.env"}}                  | OUTSIDE
            services: {a: {label_file: ../labels}}                              | OUTSIDE
            {x-a: &a {env_file: ../a.env}, services: {a: {<<: *a}}}             | OUTSIDE
            services: {a: {env_file: !override [../a.env]}}                     | OUTSIDE
            """)
    void a_file_from_beyond_the_project_is_refused_before_compose_reads_it(String compose, Reach reach)
            throws IOException {
        assertThat(reaches(compose)).contains(reach).allMatch(reach::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include: [more/extra.yaml]\nservices: {a: {image: x}}",
                "services: {a: {extends: b}, b: {image: x}}",
                "services: {a: {extends: {service: b, file: common.yaml}, env_file: [.env, {path: a.env, required: false}]}}",
                "x-loop: &loop [*loop]\nservices: {a: {env_file: *loop}}",
                "services: {a: {env_file: ./sub/../a.env}}"
            })
    void what_lies_within_is_accepted(String compose) throws IOException {
        assertThat(reaches(compose)).isEmpty();
    }

    @Test
    void what_an_included_file_takes_in_is_looked_through_too() throws IOException {
        assertThat(reaches(Map.of(
                        "compose.yaml", "include: [sub/one.yaml]", "sub/one.yaml", "include: [../../outside.yaml]")))
                .contains(Reach.OUTSIDE);
    }

    @Test
    void a_folder_from_which_compose_would_count_counts_here() throws IOException {
        assertThat(reaches(Map.of(
                        "compose.yaml", "include: [{path: a/b/one.yaml, project_directory: .}]",
                        "a/b/one.yaml", "services: {a: {image: x, env_file: ../teacher.env}}")))
                .contains(Reach.OUTSIDE);
    }

    @Test
    void a_file_named_in_the_projects_own_environment_is_looked_at() throws IOException {
        assertThat(reaches(Map.of(".env", "COMPOSE_FILE=../compose.yaml"))).containsExactly(Reach.OUTSIDE);
    }

    @Test
    void a_file_that_would_grow_without_end_is_read_once() throws IOException {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(reaches(bomb + "services: {a: {env_file: *a39}}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "\tservices: {}", "a: \u0007"})
    void what_is_no_yaml_is_told_so(String text) {
        assertThatThrownBy(() -> reaches(text))
                .isInstanceOf(SandboxException.class)
                .hasMessageStartingWith("compose.yaml is not YAML");
    }

    @Test
    void a_file_that_is_nested_too_deeply_is_told_so() {
        assertThatThrownBy(() -> reaches("[".repeat(100_000)))
                .isInstanceOf(SandboxException.class)
                .hasMessageStartingWith("compose.yaml is ");
    }
}
