package dev.datastack.acceptance.doctor;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import java.util.List;

/** Breaks a project in ways that can be undone. */
record Plants(Project project) {
    private static final String KEEP = "mkdir .keep && cp -a postgres airflow pgadmin etl .keep/";
    private static final String RESTORE =
            "for d in postgres airflow pgadmin etl; do cp -a .keep/$d .; done; rm -r .keep";

    void sql(String database, String statement) {
        project.shell()
                .output(Shell.words(
                        "docker compose exec -T postgres psql -U postgres -d " + database + " -Atqc", statement));
    }

    void compose(String verb) {
        project.shell().line("docker compose " + verb);
    }

    void disconnect(String network, String service) {
        project.shell()
                .line("docker network disconnect %s_%s %s".formatted(project.name(), network, container(service)));
    }

    /** With the names that Compose gives it; without them its neighbours do not find it. */
    void connect(String network, String service, List<String> aliases) {
        var alias = String.join(
                "", aliases.stream().map(name -> "--alias " + name + " ").toList());
        project.shell()
                .line("docker network connect %s%s_%s %s"
                        .formatted(alias, project.name(), network, container(service)));
    }

    private String container(String service) {
        return project.name() + "-" + service + "-1";
    }

    /** One of each that can be wrong with a file: missing, empty, closed, another copy, newer than its reader. */
    void secrets() {
        inSecrets(KEEP + "; rm pgadmin/admin-password; : > airflow/api-secret-key; chown 1:1 etl/database-password;"
                + " echo x > pgadmin/database-password; touch postgres/etl-password");
    }

    void secretsAgain() {
        inSecrets(RESTORE);
    }

    private void inSecrets(String script) {
        project.shell()
                .output(Shell.words(
                        "docker run --rm --network none --user 0:0 --workdir /secrets --entrypoint sh -v "
                                + project.name() + "_secrets:/secrets " + project.name() + "/postgres:dev -c",
                        script));
    }

    /** So many sessions that do nothing for half a minute. */
    void sessions(int count) {
        project.exec(
                "postgres",
                "sh",
                "-c",
                "for i in $(seq " + count
                        + "); do psql -U postgres -c 'SELECT pg_sleep(30)' >/dev/null 2>&1 & done; sleep 3");
    }
}
