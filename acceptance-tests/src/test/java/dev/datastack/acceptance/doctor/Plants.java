package dev.datastack.acceptance.doctor;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Breaks a project in ways that can be undone. */
public record Plants(Project project) {
    private static final String KEEP = "mkdir .keep && cp -a postgres airflow pgadmin etl .keep/";
    private static final String RESTORE =
            "for d in postgres airflow pgadmin etl; do cp -a .keep/$d .; done; rm -r .keep";

    /** Returned are the rows. */
    @CanIgnoreReturnValue
    String sql(String database, String statement) {
        return project.shell()
                .output(Shell.words(
                        "docker compose exec -T postgres psql -U postgres -d " + database + " -Atqc", statement));
    }

    public void compose(String verb) {
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
    public void secrets() {
        inSecrets(KEEP + "; rm pgadmin/admin-password; : > airflow/api-secret-key; chown 1:1 etl/database-password;"
                + " echo x > pgadmin/database-password; touch postgres/etl-password");
    }

    public void secretsAgain() {
        inSecrets(RESTORE);
    }

    /** A newer image of the name that the service's container was started from. */
    public void newerImage(String service) {
        var image = image(service);
        project.shell().line("docker tag " + image + ":dev " + image + ":before");
        var build = "printf 'FROM %1$s:before\\nLABEL planted=yes\\n' | docker build --quiet --tag %1$s:dev -";
        project.shell().output("sh", "-c", build.formatted(image));
    }

    public void olderImageAgain(String service) {
        var image = image(service);
        project.shell().line("docker rmi " + image + ":dev");
        project.shell().line("docker tag " + image + ":before " + image + ":dev");
        project.shell().line("docker rmi " + image + ":before");
    }

    private String image(String service) {
        return project.name() + "/" + service;
    }

    private void inSecrets(String script) {
        project.shell()
                .output(Shell.words(
                        "docker run --rm --network none --user 0:0 --workdir /secrets --entrypoint sh -v "
                                + project.name() + "_secrets:/secrets " + project.name() + "/postgres:dev -c",
                        script));
    }

    /** Sessions that do nothing until they are closed, so that there are so many in all. */
    List<Connection> sessions(int all) throws SQLException {
        var there = sql("postgres", "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'");
        var sessions = new ArrayList<Connection>();
        for (int i = Integer.parseInt(there); i < all; i++) {
            sessions.add(project.warehouse().connect());
        }
        return sessions;
    }
}
