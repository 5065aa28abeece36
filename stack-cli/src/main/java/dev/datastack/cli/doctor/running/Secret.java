package dev.datastack.cli.doctor.running;

import java.util.List;
import java.util.Optional;

/**
 * A file in the volume of the secrets, as docker/postgres/fill-secrets.sh makes it. {@code source} is what it is a copy of;
 * {@code services} read it when they start.
 */
record Secret(String folder, String name, int owner, Optional<String> source, List<String> services) {
    private static final List<String> AIRFLOW =
            List.of("airflow-webserver", "airflow-scheduler", "airflow-dag-processor");

    private static final String FERNET_KEY = "fernet-key";
    private static final String MAKE = "docker compose run --rm secrets, then ./stack down and ./stack up";

    static final List<Secret> ALL = List.of(
            made("postgres", "postgres-password", 999, List.of("postgres")),
            made("postgres", "airflow-password", 999, List.of("postgres")),
            made("postgres", "etl-password", 999, List.of("postgres")),
            made("postgres", "pgadmin-password", 999, List.of("postgres")),
            copy("airflow", "postgres/airflow-password", 50000, AIRFLOW),
            made("airflow", "admin-password", 50000, List.of("airflow-webserver")),
            made("airflow", "jwt-secret", 50000, AIRFLOW),
            made("airflow", "api-secret-key", 50000, AIRFLOW),
            made("airflow", FERNET_KEY, 50000, AIRFLOW),
            copy("pgadmin", "postgres/pgadmin-password", 5050, List.of("pgadmin")),
            made("pgadmin", "admin-password", 5050, List.of("pgadmin")),
            copy("etl", "postgres/etl-password", 10001, List.of("etl-service")));

    private static Secret made(String folder, String name, int owner, List<String> services) {
        return new Secret(folder, name, owner, Optional.empty(), services);
    }

    private static Secret copy(String folder, String source, int owner, List<String> services) {
        return new Secret(folder, "database-password", owner, Optional.of(source), services);
    }

    String path() {
        return folder + "/" + name;
    }

    /** How it is made anew. What was encrypted with a lost key cannot be read with a new one, so that is the last resort. */
    String making() {
        return name.equals(FERNET_KEY)
                ? "./stack restore FILE, from a backup with secrets; without one, to give up the connections and variables that"
                        + " Airflow has encrypted with it: docker compose run --rm secrets, then ./stack down and"
                        + " AIRFLOW_ACCEPT_NEW_FERNET_KEY=true ./stack up"
                : MAKE;
    }
}
