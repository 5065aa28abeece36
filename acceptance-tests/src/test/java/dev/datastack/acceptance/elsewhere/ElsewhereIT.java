package dev.datastack.acceptance.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@NeedsEngine
class ElsewhereIT {
    private static final String DATA = "/var/lib/postgresql/data";
    private static final String ROLES = "deploy/kubernetes/overlays/managed-postgres/roles.sql";
    /** A server with a certificate that it has signed itself, so that this is the authority's as well. */
    private static final String MANAGED = """
            openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=managed -addext subjectAltName=DNS:managed \
              -keyout /tmp/server.key -out /ca/server.crt 2>/tmp/log
            chown postgres /tmp/server.key
            exec docker-entrypoint.sh postgres -c ssl=on -c ssl_cert_file=/ca/server.crt -c ssl_key_file=/tmp/server.key
            """;
    /** As providers give one: without the powers of a superuser. */
    private static final String ADMINISTRATOR =
            "CREATE ROLE administrator LOGIN CREATEROLE CREATEDB PASSWORD 'of a test'";

    /** What `fsGroup` does to a volume at each mount. */
    @Test
    void postgresql_starts_on_a_folder_that_was_opened_to_a_group(RunningStack stack) {
        try (var there = Elsewhere.beside(stack.healthy())) {
            var options = new ArrayList<>(there.secretsOf("postgres"));
            options.addAll(List.of("--volume", there.volume("data") + ":" + DATA));
            options.addAll(List.of("--env", "PGDATA=" + DATA + "/pgdata"));
            options.addAll(List.of("--tmpfs", "/var/run/postgresql:uid=999,gid=999,mode=0755"));
            var image = there.image("postgres");
            there.start("first", options, image);
            well(there.exec("first", "healthcheck", "wait", "postgres", "127.0.0.1:5432"));
            there.remove("first");

            options.addAll(List.of("--user", "0:0", "--entrypoint", "chmod"));
            well(there.once(options, image, "2770", DATA + "/pgdata"));
            there.start("again", options.subList(0, options.size() - 4), image);
            well(there.exec("again", "healthcheck", "wait", "postgres", "127.0.0.1:5432"));
            var mode = there.exec("again", "stat", "--format", "%a", DATA + "/pgdata");
            assertThat(mode.outText().strip()).isEqualTo("2700");
        }
    }

    /** It migrates Airflow's tables once more, a minute of work. */
    @Test
    @Tag("long")
    void a_server_without_a_superuser_is_prepared_and_migrated_over_tls(RunningStack stack) {
        var project = stack.healthy();
        try (var there = Elsewhere.beside(project)) {
            var ca = List.of("--volume", there.volume("ca") + ":/ca");
            startManaged(there, ca);
            var administrator = administrator(project, ca);
            var forgetful = new ArrayList<>(administrator);
            forgetful.addAll(Elsewhere.environment(Map.of("ETL_PASSWORD", "")));
            var refused = there.once(forgetful, there.image("postgres"), "--no-psqlrc", "--file", "/roles.sql");
            assertThat(refused.errText()).contains("a password is empty");
            well(there.once(administrator, there.image("postgres"), "--no-psqlrc", "--file", "/roles.sql"));

            var etl = new ArrayList<>(there.secretsOf("etl"));
            etl.addAll(ca);
            etl.addAll(Elsewhere.environment(
                    Map.of("PGHOST", "managed", "PGSSLMODE", "verify-full", "PGSSLROOTCERT", "/ca/server.crt")));
            there.start("etl", etl, there.image("etl-service"));
            well(there.exec("etl", "healthcheck", "wait", "file", "/tmp/heartbeat", "--newer-than", "30s"));

            var init = well(there.once(ofTheChart(project), there.image("airflow-webserver"), "airflow-init"));
            assertThat(init.outText()).contains("airflow-init: the schema is at ");
        }
    }

    @Test
    void pgadmin_registers_the_server_of_the_settings(RunningStack stack) {
        try (var there = Elsewhere.beside(stack.healthy())) {
            var options = new ArrayList<>(there.secretsOf("pgadmin"));
            options.addAll(Elsewhere.environment(Map.of("PGHOST", "db.example", "PGSSLMODE", "require")));
            there.start("pgadmin", options, there.image("pgadmin"));
            well(there.exec("pgadmin", "healthcheck", "wait", "http", "http://127.0.0.1:8080/misc/ping"));
            var registered = there.exec("pgadmin", "python", "-c", """
                    import sqlite3
                    database = sqlite3.connect('/var/lib/pgadmin/pgadmin4.db')
                    print(database.execute('SELECT host, port, connection_params FROM server').fetchall())
                    """);
            assertThat(registered.outText()).contains("'db.example', 5432, ", "\"sslmode\": \"require\"");
        }
    }

    private static void startManaged(Elsewhere there, List<String> ca) {
        var options = new ArrayList<>(ca);
        options.addAll(List.of("--tmpfs", DATA, "--tmpfs", "/var/run/postgresql", "--user", "0:0"));
        options.addAll(Elsewhere.environment(Map.of("POSTGRES_PASSWORD", "of a test")));
        var base = Repository.settingInForce("BASE_PREFIX").orElse("") + "postgres:17";
        there.start("managed", options, base, "sh", "-ec", MANAGED);
        var psql = "psql --no-psqlrc -h 127.0.0.1 -U postgres -c \"" + ADMINISTRATOR + "\"";
        well(there.exec("managed", "timeout", "60", "sh", "-c", "until " + psql + "; do sleep 1; done"));
    }

    private static List<String> administrator(Project project, List<String> ca) {
        var options = new ArrayList<>(ca);
        options.addAll(List.of("--entrypoint", "psql"));
        options.addAll(List.of("--volume", Repository.root().resolve(ROLES) + ":/roles.sql:ro"));
        options.addAll(Elsewhere.environment(Map.of(
                "PGHOST", "managed",
                "PGUSER", "administrator",
                "PGDATABASE", "postgres",
                "PGPASSWORD", "of a test",
                "PGSSLMODE", "verify-full",
                "PGSSLROOTCERT", "/ca/server.crt",
                "AIRFLOW_PASSWORD", secret(project, "postgres", "airflow-password"),
                "ETL_PASSWORD", secret(project, "postgres", "etl-password"),
                "PGADMIN_PASSWORD", secret(project, "postgres", "pgadmin-password"))));
        return options;
    }

    /** No file, and the names and forms of the variables that Airflow's official Helm chart sets. */
    private static List<String> ofTheChart(Project project) {
        var url = "postgresql://airflow:%s@managed:5432/airflow?sslmode=require"
                .formatted(secret(project, "postgres", "airflow-password"));
        var options = new ArrayList<>(List.of("--tmpfs", "/opt/airflow/logs:mode=1777"));
        options.addAll(Elsewhere.environment(Map.of(
                "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN",
                url,
                "AIRFLOW_CONN_AIRFLOW_DB",
                url,
                "AIRFLOW__CORE__FERNET_KEY",
                secret(project, "airflow-webserver", "fernet-key"),
                "AIRFLOW__API__SECRET_KEY",
                "of a test",
                "AIRFLOW__API_AUTH__JWT_SECRET",
                "of a test")));
        return options;
    }

    private static String secret(Project project, String service, String file) {
        return project.secret(service, file).strip();
    }

    private static Finished well(Finished finished) {
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        return finished;
    }
}
