package dev.datastack.acceptance.repository;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that create secrets, with programs in place of kubectl and docker that write down what they are given. */
class SecretScriptsTest {
    private static final String KUBECTL = """
            #!/bin/sh
            case $* in
              *" get secret "*) cat "$SEEN/there" ;;
              *" create secret generic "*) for last do :; done
                echo "$6: $(ls "${last#--from-file=}" | tr '\\n' ' ')" >> "$SEEN/created"
                cat "${last#--from-file=}"/* >> "$SEEN/values"; echo "$*" >> "$SEEN/arguments" ;;
            esac
            """;
    private static final String DOCKER = """
            #!/bin/sh
            case "$1 $2" in
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
        return Shell.in(Repository.root())
                .with(Map.of(
                        "SEEN", seen.toString(), "PATH", seen + ":" + Objects.requireNonNull(System.getenv("PATH"))))
                .run("sh", script);
    }

    private String read(String name) {
        return Repository.read(seen.resolve(name));
    }

    private void program(String name, String text) throws IOException {
        var file = Files.writeString(seen.resolve(name), text);
        Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
    }
}
