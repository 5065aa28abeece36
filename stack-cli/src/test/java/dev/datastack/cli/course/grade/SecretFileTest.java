package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretFileTest {
    @ParameterizedTest
    @CsvSource({
        "app/database-password.txt, letmein",
        "run/secrets/db_password, letmein",
        "app/.env, POSTGRES_PASSWORD=letmein",
        "opt/airflow/airflow.cfg, fernet_key = abc0=",
        "pgadmin4/servers.json, '{\"Servers\": {\"1\": {\"Password\": \"letmein\"}}}'",
        "app/settings.py, DB_PASSWORD = \"letmein\"",
        "app/settings.py, URL = 'postgresql://me:letmein@db/x'",
        "home/me/.ssh/id_rsa, -----BEGIN OPENSSH PRIVATE KEY-----",
        "pgpass, db:5432:*:me:letmein",
        "app/init.sql, CREATE USER me PASSWORD 'letmein'",
        "app/start.sh, export PGPASSWORD=letmein",
        "app/config.yaml, password: letmein"
    })
    void a_secret_is_known_by_its_name_or_by_what_it_says(String path, String text) {
        assertThat(SecretFile.isWorthReading(path)).isTrue();
        assertThat(SecretFile.isSecret(path, text + "\n")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "app/.env, POSTGRES_PASSWORD=",
        "app/.env, POSTGRES_PASSWORD=${PASSWORD}",
        "app/.env, # POSTGRES_PASSWORD=letmein",
        "app/.env, POSTGRES_PASSWORD_FILE=/run/secrets/password",
        "app/settings.py, password = os.environ[\"PASSWORD\"]",
        "app/settings.py, 'password = secret(\"database-password\")'",
        "app/settings.py, MASTER_PASSWORD_REQUIRED = False",
        "app/config.yaml, password: ${PASSWORD}",
        "app/roles.sql, ALTER ROLE me PASSWORD :'password';",
        "app/secrets.py, import os",
        "app/token.txt, a few words of explanation"
    })
    void what_names_a_secret_and_does_not_tell_it_is_none(String path, String text) {
        assertThat(SecretFile.isSecret(path, text + "\n")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "opt/venv/lib/python3.13/site-packages/x/password.txt",
        "usr/share/doc/password.txt",
        "etc/shadow",
        "app/README.md"
    })
    void packages_and_prose_are_not_read(String path) {
        assertThat(SecretFile.isWorthReading(path)).isFalse();
    }
}
