package dev.datastack.acceptance.repository;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that create secrets, with programs in place of kubectl and docker that write down what they are given. */
class SecretScriptsTest {
    private static final String KUBECTL = """
            #!/bin/sh
            case $* in
              "apply "*) cat >> "$SEEN/applied" ;;
              *" get secret "*) cat "$SEEN/there" ;;
              *" delete secret "*) echo "$5" >> "$SEEN/deleted" ;;
              *" create secret generic "*) for last do :; done
                if [ "$6" = "${BROKEN_AT-}" ]; then exit 1; fi
                if [ "$6" = "${STOPPED_AT-}" ]; then kill -TERM "$PPID"; exit 1; fi
                echo "$6: $(ls "${last#--from-file=}" | tr '\\n' ' ')" >> "$SEEN/created"
                cat "${last#--from-file=}"/* >> "$SEEN/values"; echo "$*" >> "$SEEN/arguments" ;;
            esac
            """;
    private static final String DOCKER = """
            #!/bin/sh
            case "$1 $2" in
              "compose --project-directory")
                [ "$6" != "${AWAY-}" ] || { echo "service $6 is not running" >&2; exit 1; }
                cd "$SEEN" && echo "of $6" > database-password && tar --create ./database-password ;;
              "secret inspect") grep -qx "$3" "$SEEN/there" ;;
              "secret create") echo "$3 $(wc -c)" >> "$SEEN/created" ;;
            esac
            """;

    @TempDir
    Path seen = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        Files.createFile(seen.resolve("there"));
        program("kubectl", KUBECTL);
        program("docker", DOCKER);
    }

    @Test
    void each_service_gets_a_secret_with_the_files_that_it_looks_for() {
        var finished = run("deploy/kubernetes/secrets.sh");
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        assertThat(read("created").lines())
                .containsExactly(
                        "postgres: airflow-password etl-password pgadmin-password postgres-password ",
                        "airflow: admin-password api-secret-key database-password fernet-key jwt-secret ",
                        "pgadmin: admin-password database-password ",
                        "etl-service: database-password ");
        assertThat(read("values")).matches("[A-Za-z0-9_=-]{300,}");
    }

    /** Arguments are readable for every user of the machine. */
    @Test
    void no_value_is_an_argument() {
        run("deploy/kubernetes/secrets.sh");
        assertThat(read("arguments").lines()).hasSize(4).noneMatch(line -> line.contains("--from-literal"));
    }

    @Test
    void secrets_that_are_there_stay() throws IOException {
        Files.writeString(
                seen.resolve("there"), "secret/airflow\nsecret/etl-service\nsecret/pgadmin\nsecret/postgres\n");
        var finished = run("deploy/kubernetes/secrets.sh");
        assertThat(finished.well()).isTrue();
        assertThat(finished.outText()).contains("stay as they are");
        assertThat(seen.resolve("created")).doesNotExist();
    }

    @Test
    void some_of_them_without_the_others_are_refused() throws IOException {
        Files.writeString(seen.resolve("there"), "secret/airflow\n");
        var finished = run("deploy/kubernetes/secrets.sh");
        assertThat(finished.well()).isFalse();
        assertThat(finished.errText()).contains("Only some of the Secrets are there", "secret/airflow");
        assertThat(seen.resolve("created")).doesNotExist();
    }

    /** Else they would be in the way of the next run, which refuses some without the others. */
    @ParameterizedTest
    @ValueSource(strings = {"BROKEN_AT", "STOPPED_AT"})
    void a_run_that_does_not_get_to_its_end_leaves_nothing(String end) throws IOException {
        var folder = Files.createDirectory(seen.resolve("tmp"));
        var finished = run("deploy/kubernetes/secrets.sh", Map.of(end, "pgadmin", "TMPDIR", folder.toString()));
        assertThat(finished.well()).isFalse();
        assertThat(read("deleted").lines()).containsExactly("postgres", "airflow");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void those_of_a_running_stack_are_copied() {
        var finished = run("deploy/kubernetes/secrets.sh", Map.of(), "--local");
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        assertThat(read("values")).isEqualTo("of postgres\nof airflow-webserver\nof pgadmin\nof etl-service\n");
    }

    @Test
    void a_stack_that_does_not_run_gives_none() {
        var finished = run("deploy/kubernetes/secrets.sh", Map.of("AWAY", "etl-service"), "--local");
        assertThat(finished.well()).isFalse();
        assertThat(finished.errText()).isEqualTo("service etl-service is not running");
        assertThat(seen.resolve("created")).doesNotExist();
    }

    @Test
    void a_namespace_of_ones_own_gets_them() {
        var finished = run("deploy/kubernetes/secrets.sh", Map.of("NAMESPACE", "flights", "CDPATH", "."));
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        assertThat(read("applied"))
                .contains("\n  name: flights\n", "pod-security.kubernetes.io/enforce: restricted")
                .doesNotContain("data-stack");
        assertThat(read("arguments").lines()).hasSize(4).allMatch(line -> line.startsWith("--namespace flights "));
    }

    @Test
    void a_swarm_gets_the_secrets_that_its_file_names() throws IOException {
        Files.writeString(seen.resolve("there"), "stack-etl-password\n");
        assertThat(run("deploy/swarm/secrets.sh").well()).isTrue();
        var file = Yaml.documents(Repository.read(Repository.root().resolve("deploy/swarm/stack.yaml")))
                .get(0);
        var named = Pod.elements(file.path("secrets"))
                .map(secret -> secret.path("name").asString());
        assertThat(named.filter(name -> !name.equals("stack-etl-password")))
                .containsExactlyInAnyOrderElementsOf(read("created")
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
        // Base64 of 32 bytes: what Fernet takes.
        assertThat(read("created").lines()).contains("stack-fernet-key 44");
    }

    private Finished run(String script) {
        return run(script, Map.of());
    }

    private Finished run(String script, Map<String, String> more, String... arguments) {
        var settings = new HashMap<>(more);
        settings.put("SEEN", seen.toString());
        settings.put("PATH", seen + ":" + Objects.requireNonNull(System.getenv("PATH")));
        return Shell.in(Repository.root())
                .with(settings)
                .run(Stream.concat(Stream.of("sh", script), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private String read(String name) {
        return Repository.read(seen.resolve(name));
    }

    private void program(String name, String text) throws IOException {
        var file = Files.writeString(seen.resolve(name), text);
        Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
    }
}
