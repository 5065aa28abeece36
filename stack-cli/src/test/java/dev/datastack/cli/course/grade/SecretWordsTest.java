package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretWordsTest {
    @ParameterizedTest
    @CsvSource({
        "POSTGRES_PASSWORD, letmein, true",
        "POSTGRES_PASSWORD, ${PW:-letmein}, true",
        "POSTGRES_PASSWORD, ${PW-letmein}, true",
        "POSTGRES_PASSWORD, ${PW}, false",
        "POSTGRES_PASSWORD, ${PW:?set it in .env}, false",
        "POSTGRES_PASSWORD, '', false",
        "POSTGRES_PASSWORD_FILE, /run/secrets/pw, false",
        "AIRFLOW__CORE__FERNET_KEY, abc=, true",
        "AIRFLOW__API__SECRET_KEY, abc, true",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN, postgresql://airflow:airflow@db/airflow, true",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN, 'postgresql://airflow:${PW}@db/airflow', false",
        "JDBC_URL, jdbc:postgresql://postgres:5432/warehouse, false",
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL, http://web:8080/execution/, false"
    })
    void a_variable_with_a_value_in_the_file_is_found(String name, String value, boolean found) {
        assertThat(SecretWords.in(Map.of(name, value))).isEqualTo(found ? List.of(name) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "ENV DB_PASSWORD=letmein, true",
        "DB_PASSWORD=letmein, true",
        "'RUN --mount=type=secret,id=ca,required=false pip install x', false",
        "GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305, false",
        "POSTGRES_PASSWORD_FILE=/run/secrets/pw, false",
        "RUN pip install https://me:token1@index.example.com/simple, true",
        "RUN export TOKEN=$(cat /run/secrets/token), false"
    })
    void a_step_or_variable_of_an_image_is_read(String line, boolean found) {
        var names = SecretWords.in(List.of(line));
        assertThat(names.isEmpty()).isEqualTo(!found);
        assertThat(names.toString()).doesNotContain("letmein", "token1");
    }
}
