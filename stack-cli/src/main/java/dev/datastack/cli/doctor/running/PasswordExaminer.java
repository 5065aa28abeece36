package dev.datastack.cli.doctor.running;

import dev.datastack.cli.database.Psql;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the database takes the passwords that the services have: each account logs in once. */
public final class PasswordExaminer implements Examiner {
    private static final Map<String, String> DATABASES =
            new TreeMap<>(Map.of("airflow", "airflow", "etl", "warehouse", "pgadmin", "warehouse"));
    /** By the container's own address: at 127.0.0.1 PostgreSQL asks for no password. */
    private static final String LOGIN = "PGPASSWORD=$(cat /run/secrets/%1$s-password) PGCONNECT_TIMEOUT=5"
            + " psql -h \"$(hostname -i | cut -d ' ' -f 1)\" -U %1$s -d %2$s -Atc 'SELECT 1'";

    private static final String RESTART = "docker compose restart postgres, which ";

    private final Compose compose;

    public PasswordExaminer(Compose compose) {
        this.compose = compose;
    }

    @Override
    public void examine(Findings findings) {
        DATABASES.forEach((role, database) -> {
            var login = compose.exec("postgres", List.of("sh", "-c", LOGIN.formatted(role, database)));
            if (!login.well()) {
                refused(role, Refusal.of(login), findings);
            }
        });
    }

    /** A server that is full is found by the looks that count its connections. */
    private void refused(String role, Refusal refusal, Findings findings) {
        if (refusal.words().contains("is not permitted to log in")) {
            findings.add(Cause.ACCOUNT_REFUSED, refusal.said(), "./stack psql -c 'ALTER ROLE " + role + " LOGIN'");
        } else if (refusal.words().contains("password authentication failed")) {
            unknown(role, refusal, findings);
        } else if (!refusal.isOfServer() && !refusal.isFound(findings)) {
            throw refusal.failure();
        }
    }

    /** PostgreSQL says the same of a wrong password and of a role that does not exist. */
    private void unknown(String role, Refusal refusal, Findings findings) {
        if (exists(role)) {
            findings.add(
                    Cause.PASSWORD_REFUSED,
                    "the role " + role + " has another password than its secret says",
                    RESTART + "sets the passwords of the secrets");
        } else {
            findings.add(
                    Cause.ACCOUNT_REFUSED,
                    "there is no role " + role + "; " + refusal.said(),
                    RESTART + "makes the roles that are missing");
        }
    }

    private boolean exists(String role) {
        var words = Psql.words("postgres", "SELECT count(*) FROM pg_roles WHERE rolname = '" + role + "'");
        return !compose.exec("postgres", words).outText().equals("0");
    }
}
