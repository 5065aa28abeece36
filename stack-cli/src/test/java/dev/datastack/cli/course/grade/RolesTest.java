package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POSTGRES  | image   | {'x':{'image':'postgres:17'}}",
                "POSTGRES  | image   | {'x':{'image':'mirror.example.com/hub/postgis:16@sha256:00'}}",
                "POSTGRES  | port    | {'x':{'image':'mine','ports':[{'target':5432,'published':'6543'}]}}",
                "POSTGRES  | port    | {'x':{'image':'mine','expose':['5432']}}",
                "POSTGRES  | name    | {'my-postgres':{'image':'mine'}}",
                "WEBSERVER | command | {'x':{'image':'mine','command':['airflow','api-server']}}",
                "WEBSERVER | command | {'x':{'image':'mine','entrypoint':['airflow'],'command':['webserver']}}",
                "WEBSERVER | port    | {'x':{'image':'apache/airflow:3','ports':[{'target':8080}]}}",
                "SCHEDULER | command | {'x':{'image':'mine','command':['bash','-c','airflow scheduler']}}",
                "PGADMIN   | image   | {'x':{'image':'dpage/pgadmin4:9'}}",
                "PGADMIN   | port    | {'x':{'image':'mine','ports':[{'target':80,'published':'5050'}]}}"
            })
    void a_service_is_found(Role role, String by, String services) {
        var roles = Roles.in(Models.of(services.replace('\'', '"')), Map.of());
        assertThat(roles.found())
                .filteredOn(found -> found.role() == role)
                .singleElement()
                .satisfies(found -> assertThat(found.by()).isEqualTo(by));
    }

    @Test
    void a_one_shot_of_the_same_image_is_not_the_database() {
        var model = Models.of("""
                {"a-init": {"image": "postgres:17"},
                 "store": {"image": "postgres:17", "depends_on": {"a-init": {"condition": "service_completed_successfully"}}},
                 "never": {"image": "postgres:17", "scale": 0}}""");
        assertThat(Roles.in(model, Map.of()).service(Role.POSTGRES)).contains("store");
    }

    @Test
    void something_else_on_8080_and_an_exporter_are_not_taken() {
        var model = Models.of("""
                {"proxy": {"image": "nginx", "ports": [{"target": 8080}]},
                 "exporter": {"image": "prometheus/postgres-exporter"}}""");
        assertThat(Roles.in(model, Map.of()).found()).isEmpty();
        assertThat(Roles.in(model, Map.of()).missing()).hasSize(4);
    }

    @Test
    void a_scheduler_that_waits_for_postgres_is_not_the_database() {
        var model = Models.of("""
                {"clock": {"image": "mine", "command": ["bash", "-c",
                   "until pg_isready -h postgres; do sleep 1; done; airflow scheduler -p postgres"]},
                 "postgres": {"image": "postgres:17"}}""");
        assertThat(Roles.in(model, Map.of()).service(Role.POSTGRES)).contains("postgres");
        assertThat(Roles.in(model, Map.of()).service(Role.SCHEDULER)).contains("clock");
    }

    @Test
    void standalone_is_web_server_and_scheduler_in_one() {
        var model = Models.of("{\"flow\": {\"image\": \"mine\", \"command\": [\"airflow\", \"standalone\"]}}");
        assertThat(Roles.in(model, Map.of()).service(Role.WEBSERVER)).contains("flow");
        assertThat(Roles.in(model, Map.of()).service(Role.SCHEDULER)).contains("flow");
    }

    @Test
    void workers_queues_and_other_programs_of_airflow_are_none_of_the_four() {
        var model = Models.of("""
                {"a": {"image": "redis:7"},
                 "b": {"image": "apache/airflow:3", "command": ["celery", "worker"], "expose": ["8080"]},
                 "c": {"image": "apache/airflow:3", "command": ["airflow", "dag-processor"]},
                 "d": {"image": "apache/airflow:3", "command": ["scheduler"]},
                 "e": {"image": "apache/airflow:3", "command": ["api-server"]},
                 "f": {"image": "apache/airflow:3", "command": ["celery", "flower"]}}""");
        assertThat(Roles.in(model, Map.of()).found())
                .extracting(Grade.Found::service)
                .containsExactly("e", "d");
    }

    @Test
    void an_image_that_starts_airflow_by_itself_is_known_by_its_dockerfile() {
        var model = Models.of("""
                {"x": {"build": {"dockerfile_inline": "FROM python\\nENTRYPOINT [\\"airflow\\"]\\nCMD [\\"scheduler\\"]\\n"}}}""");
        assertThat(Roles.in(model, Map.of()).service(Role.SCHEDULER)).contains("x");
    }

    @Test
    void a_service_is_said_to_be_found_by_all_its_marks() {
        var model = Models.of("{\"db\": {\"image\": \"postgres:17\", \"expose\": [\"5432\"]}}");
        assertThat(Roles.in(model, Map.of()).found().get(0).by()).isEqualTo("image, port and name");
    }

    @Test
    void one_that_a_profile_hides_is_said_to_be_hidden() {
        var model = Models.of("{}", "{\"look\": {\"image\": \"dpage/pgadmin4\", \"profiles\": [\"tools\"]}}");
        assertThat(Roles.in(model, Map.of()).missing().get(3))
                .isEqualTo("pgAdmin is 'look', but a profile hides it: tools");
    }

    @Test
    void the_mapping_file_has_the_last_word() {
        var model = Models.of("{\"a\": {\"image\": \"postgres:17\"}, \"b\": {\"image\": \"mine\"}}");
        assertThat(Roles.in(model, Map.of("postgres", "b")).service(Role.POSTGRES))
                .contains("b");
        assertThat(Roles.in(model, Map.of("postgres", "c")).missing().get(0))
                .contains("PostgreSQL is no service 'c', which capstone.properties names");
    }

    @Test
    void one_that_was_not_found_can_be_named_and_the_message_says_how() {
        var missing = Roles.in(Models.of("{}"), Map.of()).missing();
        assertThat(missing.get(1)).contains("capstone.properties", "airflow-webserver=");
    }

    @Test
    void a_role_that_does_not_exist_is_refused_with_those_that_do(@TempDir Path project) throws IOException {
        Files.writeString(project.resolve("capstone.properties"), "web=three\npostgres=one\n");
        assertThatThrownBy(() -> Mapping.of(new ProjectFiles(project)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("'web', which is none of postgres, airflow-webserver");
    }
}
