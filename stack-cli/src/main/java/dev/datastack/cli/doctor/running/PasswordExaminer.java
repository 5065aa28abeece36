package dev.datastack.cli.doctor.running;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.List;
import java.util.Map;

/** Whether the database takes the passwords that the services have: each account logs in once. */
public final class PasswordExaminer implements Examiner {
    private static final Map<String, String> DATABASES =
            Map.of("airflow", "airflow", "etl", "warehouse", "pgadmin", "warehouse");
    /** By the container's own address: at 127.0.0.1 PostgreSQL asks for no password. */
    private static final String LOGIN = "PGPASSWORD=$(cat /run/secrets/%1$s-password) PGCONNECT_TIMEOUT=5"
            + " psql -h \"$(hostname -i | cut -d ' ' -f 1)\" -U %1$s -d %2$s -Atc 'SELECT 1'";

    private final Compose compose;

    public PasswordExaminer(Compose compose) {
        this.compose = compose;
    }

    @Override
    public void examine(Findings findings) {
        DATABASES.forEach((role, database) -> {
            var login = compose.exec("postgres", List.of("sh", "-c", LOGIN.formatted(role, database)));
            if (login.errText().contains("password authentication failed")) {
                findings.add(
                        Cause.PASSWORD_REFUSED,
                        "the role " + role + " has another password than its secret says",
                        "docker compose restart postgres, which sets the passwords of the secrets");
            }
        });
    }
}
