package dev.datastack.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datastack.cli.problem.StackException;
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
        assertThatThrownBy(() -> Mapping.of(project))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("'web', which is none of postgres, airflow-webserver");
    }
}
