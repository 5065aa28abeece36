package dev.datastack.etl;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which server the service takes, and with which password. None is connected to: the pool connects when it is used. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseSettingsTest {

    private static HikariDataSource pool(String... settings) {
        try (var context = SpringApplication.run(SpringService.DatabaseAlone.class, settings)) {
            return context.getBean(HikariDataSource.class);
        }
    }

    @Test
    void the_variables_of_every_postgresql_program_name_the_server() {
        var pool = pool(
                "--spring.flyway.enabled=false",
                "--PGHOST=db.example",
                "--PGPORT=6432",
                "--PGSSLMODE=verify-full",
                "--PGSSLROOTCERT=/etc/ca.pem",
                "--STACK_WAREHOUSE_DATABASE=flights");
        assertThat(pool.getJdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example:6432/flights?sslmode=verify-full&sslrootcert=/etc/ca.pem");
    }

    @Test
    void an_empty_variable_is_one_that_is_not_set() {
        var environment = new StandardEnvironment();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        Map<String, Object> variables =
                Map.of("PGHOST", "db.example", "PGPORT", "", "PGSSLMODE", "", "STACK_SECRETS_DIR", "");
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        var application = new SpringApplication(SpringService.DatabaseAlone.class);
        application.setEnvironment(environment);
        try (var context = application.run("--spring.flyway.enabled=false")) {
            assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
                    .startsWith("jdbc:postgresql://db.example:5432/warehouse?sslmode=prefer&");
        }
        assertThat(EtlApplication.database(Map.of("PGHOST", "", "SPRING_DATASOURCE_URL", "")))
                .startsWith("jdbc:postgresql://127.0.0.1:5432/warehouse, because");
    }

    @Test
    void a_url_wins_over_them() {
        var url = "jdbc:postgresql://db.example/other?sslmode=require";
        var pool = pool("--spring.flyway.enabled=false", "--PGHOST=elsewhere", "--spring.datasource.url=" + url);
        assertThat(pool.getJdbcUrl()).isEqualTo(url);
    }

    @Test
    void the_password_may_be_in_another_folder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("database-password"), "of a test");
        var pool = pool("--spring.flyway.enabled=false", "--STACK_SECRETS_DIR=" + folder);
        assertThat(pool.getPassword()).isEqualTo("of a test");
    }

    @Test
    void a_person_is_told_which_server_was_tried() {
        assertThat(EtlApplication.database(Map.of("PGHOST", "db.example")))
                .startsWith("jdbc:postgresql://db.example:5432/warehouse, because SPRING_DATASOURCE_URL is not set");
        assertThat(EtlApplication.database(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://a/b")))
                .isEqualTo("jdbc:postgresql://a/b");
    }
}
