package dev.datastack.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Gradings;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Submissions that reach out of their sandbox: each gets its grade in time, and the neighbour stays as it is. */
@NeedsEngine
class HostileProjectsIT {
    /** Compose is given this long to start; what comes before and after has bounds of its own. */
    private static final String TIMEOUT = "20";

    private static final Duration IN_TIME = Duration.ofMinutes(4);

    @SuppressWarnings("NullAway.Init")
    private static Neighbour neighbour;

    @TempDir
    private static Path theirs;

    @TempDir
    private Path project;

    @SuppressWarnings("NullAway.Init")
    private String before;

    @BeforeAll
    static void a_neighbour() throws IOException {
        neighbour = new Neighbour(theirs.resolve("neighbour"));
    }

    @AfterAll
    static void the_neighbour_goes() {
        neighbour.close();
    }

    @BeforeEach
    void how_the_neighbour_is() {
        before = neighbour.state();
    }

    @AfterEach
    void the_neighbour_is_as_it_was_and_nothing_is_left() {
        assertThat(neighbour.state()).isEqualTo(before);
        Gradings.assertNothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {services: {a: {image: x, privileged: true}}}                                       | 'privileged'
            {services: {a: {image: x, cap_add: [SYS_PTRACE]}}}                                  | 'cap_add: SYS_PTRACE'
            {services: {a: {image: x, pid: host}}}                                              | 'pid: host'
            {services: {a: {image: x, network_mode: neighbour-of-tests}}}                       | 'network_mode: neighbour-of-tests'
            {services: {a: {image: x, network_mode: 'container:neighbour-of-tests'}}}           | container of another project
            {services: {a: {image: x, volumes_from: ['container:neighbour-of-tests']}}}         | container of another project
            {services: {a: {image: x, volumes: ['/var/run/docker.sock:/s']}}}                   | gives access to the Docker engine
            {services: {a: {image: x, volumes: ['NEIGHBOUR:/n']}}}                              | outside the project's folder
            {services: {a: {image: x, volumes: ['./storage/pgdata:/var/lib/postgresql/data']}}} | 'volumes: storage' goes through a link
            {services: {a: {image: x, volumes: ['../:/up']}}}                                   | outside the project's folder
            {services: {a: {image: x, volumes: ['vv:/v']}}, volumes: {vv: {external: true, name: neighbour-of-tests}}} | another project
            {services: {a: {image: x, volumes: ['vv:/v']}}, volumes: {vv: {driver_opts: {type: none, o: bind, device: NEIGHBOUR}}}} | 'driver_opts'
            {services: {a: {image: x, networks: [n]}}, networks: {n: {external: true, name: neighbour-of-tests}}} | another project
            {services: {a: {build: {context: ., tags: ['neighbour-of-tests/app:dev']}}}}        | 'tags'
            {services: {a: {build: NEIGHBOUR}}}                                                 | outside the project's folder
            {services: {a: {image: x, env_file: NEIGHBOUR/secret.env}}}                         | outside the project's folder
            {services: {a: {image: x, env_file: storage/secret.env}}}                           | goes through a link
            {include: [NEIGHBOUR/compose.yaml], services: {a: {image: x}}}                      | outside the project's folder
            {services: {a: {extends: {file: '${UP:-..}/other.yaml', service: b}}}}              | outside the project's folder
            {services: {a: {image: x, secrets: [s]}}, secrets: {s: {file: NEIGHBOUR/secret.env}}} | outside the project's folder
            {services: {a: {image: x, depends_on: [h]}, h: {provider: {type: ./helper.sh}}}}    | program on this machine
            {services: {a: {image: x, a_word_of_next_year: 1}}}                                 | not allowed
            {services: {a: {image: x, deploy: {replicas: 5000}}}}                               | '5000 containers'
            """)
    void what_reaches_beyond_the_project_is_refused_in_one_sentence(String compose, String reason) throws IOException {
        Files.createSymbolicLink(project.resolve("storage"), neighbour.folder());
        var helper =
                Files.writeString(project.resolve("helper.sh"), "#!/bin/sh\nid >> " + neighbour.folder() + "/ran\n");
        helper.toFile().setExecutable(true);
        compose(compose.replace("NEIGHBOUR", neighbour.folder().toString()));
        assertThat(reason(grade(), "compose.file")).contains(reason);
    }

    @Test
    void a_pipe_in_place_of_a_file_is_refused_by_name() throws IOException {
        Shell.in(project).output("mkfifo", "capstone.properties");
        compose("{services: {a: {image: x}}}");
        assertThat(reason(grade(), "compose.file")).contains("capstone.properties is neither a file nor a folder");
    }

    @Test
    void a_sparse_file_of_many_gigabytes_ends_it_before_it_is_written() throws IOException {
        try (var file = new RandomAccessFile(project.resolve("sparse").toFile(), "rw")) {
            file.setLength(40_000_000_000L);
        }
        assertThat(reason(grade(), "compose.file")).contains("its folder is too large");
    }

    @Test
    void control_characters_reach_neither_terminal_nor_json_nor_junit() throws Exception {
        compose("{services: {a: {image: \"x\\e[2Jy\", runtime: \"z\\e[31m\\u0001\"}}}");
        var junit = project.resolve("junit.xml");
        var json = grade("--junit", junit.toString());
        assertThat(json.outText()).doesNotContain("\u001b").doesNotContain("\\u001b");
        var plain = stack("course", "grade", project.toString());
        assertThat(plain.outText() + plain.errText()).contains("not passed").doesNotContain("\u001b", "\u0001");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(junit))));
    }

    @Test
    void a_container_that_does_not_want_to_stop_is_removed_all_the_same() throws IOException {
        compose("""
                services:
                  airflow-scheduler:
                    image: ${BASE_PREFIX:-}debian:trixie-slim
                    command: [sh, -c, "trap '' TERM; while :; do echo noise; sleep 0.1; done"]
                    stop_grace_period: 1h
                    pre_stop: [{command: [sleep, infinity]}]
                    healthcheck: {test: [CMD, "true"], interval: 1s}
                """);
        assertThat(reason(grade(), "compose.runs")).contains("1 containers started and stayed");
    }

    /** The engine follows links when it mounts: the first container makes one where the second mounts. */
    @Test
    void a_link_that_a_container_makes_leads_no_other_one_out() throws IOException {
        Files.createDirectories(project.resolve("shared/inner"));
        compose("""
                services:
                  digger:
                    image: ${BASE_PREFIX:-}debian:trixie-slim
                    command: [sh, -c, "rm -rf /shared/inner; ln -s NEIGHBOUR /shared/inner; sleep 600"]
                    healthcheck: {test: [CMD, test, -L, /shared/inner], interval: 1s}
                    volumes: ["./shared:/shared"]
                  airflow-scheduler:
                    image: ${BASE_PREFIX:-}debian:trixie-slim
                    command: [sh, -c, "echo overwritten > /inner/pgdata/rows; ls /inner; exit 3"]
                    depends_on: {digger: {condition: service_healthy}}
                    volumes: ["./shared/inner:/inner"]
                """.replace("NEIGHBOUR", neighbour.folder().toString()));
        assertThat(reason(grade(), "compose.runs")).contains("airflow-scheduler ended with exit code 3");
    }

    @Test
    void the_callers_variables_are_not_there() throws IOException {
        compose("""
                services:
                  airflow-scheduler:
                    image: ${BASE_PREFIX:-}debian:trixie-slim
                    command: [sh, -c, "echo got:$$LOOT:; exit 3"]
                    environment: {LOOT: "${CI_TOKEN}"}
                """);
        assertThat(reason(grade(), "compose.runs")).contains("got::").doesNotContain("precious");
    }

    private void compose(String text) throws IOException {
        Files.writeString(project.resolve("docker-compose.yml"), text);
    }

    private Finished grade(String... more) {
        var words = Shell.words("course grade " + project + " --json --timeout " + TIMEOUT, more);
        var graded = stack(words);
        assertThat(graded.exitCode()).as(Shell.told(graded)).isEqualTo(1);
        assertThat(json(graded).path("passed").asBoolean(true)).isFalse();
        return graded;
    }

    private static Finished stack(String... words) {
        var prefix = Repository.setting("BASE_PREFIX").orElse("");
        return Shell.in(Repository.root())
                .with(Map.of("BASE_PREFIX", prefix, "CI_TOKEN", "precious"))
                .within(IN_TIME)
                .run(Shell.words("./stack", words));
    }

    private static JsonNode json(Finished graded) {
        return JsonMapper.shared().readTree(graded.outText());
    }

    private static String reason(Finished graded, String rule) {
        return json(graded)
                .path("rules")
                .valueStream()
                .filter(one -> one.path("id").asString("").equals(rule))
                .map(one -> one.path("reason").asString(""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Shell.told(graded)));
    }
}
