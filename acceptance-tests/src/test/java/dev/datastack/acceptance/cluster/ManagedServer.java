package dev.datastack.acceptance.cluster;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL outside of the cluster, as providers sell it: with a certificate, and an administrator who is no superuser. */
final class ManagedServer implements AutoCloseable {
    private static final String HOST = "database.example.com";
    /** The lab's DNS server knows the host by it. */
    private static final String ADDRESS = "10.202.0.2";

    private static final String CA = "/tmp/server.crt";
    /** A certificate that has signed itself, so that it is the authority's as well. */
    private static final String START = """
            openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=%1$s -addext subjectAltName=DNS:%1$s \
              -keyout /tmp/server.key -out %2$s 2>/tmp/log
            chown postgres /tmp/server.key
            exec docker-entrypoint.sh postgres -c ssl=on -c ssl_cert_file=%2$s -c ssl_key_file=/tmp/server.key
            """.formatted(HOST, CA);

    /** A psql beside the server: the host's name is known to the lab alone. */
    private static final String PSQL = """
            psql() {
              docker exec --workdir /clone --env AIRFLOW_PASSWORD --env ETL_PASSWORD --env PGADMIN_PASSWORD \
                --env 'PGPASSWORD=of a test' %s psql --no-psqlrc "$@"
            }
            """;

    private static final String ADMINISTRATOR =
            "CREATE ROLE administrator LOGIN CREATEROLE CREATEDB PASSWORD 'of a test'";

    private final Shell shell;
    private final String name;

    private ManagedServer(Shell shell, String name) {
        this.shell = shell;
        this.name = name;
    }

    /** In no network of the engine, but in the node's. */
    static ManagedServer start(Node node) {
        var server = new ManagedServer(
                node.shell(), "k8s-db-" + Long.toString(ProcessHandle.current().pid(), 36));
        var image = Repository.settingInForce("BASE_PREFIX").orElse("") + "postgres:17";
        server.shell.output(Shell.words(
                "docker run --detach --init --network none --env POSTGRES_PASSWORD=of-a-test --name " + server.name
                        + " --add-host " + HOST + ":" + ADDRESS + " --volume "
                        + Repository.root().resolve("deploy") + ":/clone/deploy:ro " + image + " sh -ec",
                START));
        node.join(server.name, ADDRESS);
        server.exec("timeout", "60", "sh", "-c", "until pg_isready -q -h 127.0.0.1; do sleep 1; done");
        server.psql().ask("postgres", ADMINISTRATOR);
        return server;
    }

    Psql psql() {
        return Psql.inContainer(shell, name);
    }

    /** The file that a provider publishes. */
    Path authority(Path folder) {
        try {
            return Files.writeString(folder.resolve("ca.pem"), exec("cat", CA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** README's fourth step. */
    void prepare(Cluster cluster) {
        var values = Map.of("HOST", HOST, "ADMINISTRATOR", "administrator", "FILE", CA);
        var roles = cluster.readme().with("roles.sql", values);
        cluster.shell().output("bash", "-euo", "pipefail", "-c", PSQL.formatted(name) + roles);
    }

    /** Kills one of its processes, as a lack of memory does: it ends all sessions, and recovers. */
    void crash() {
        var process = psql().ask("postgres", "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'");
        exec("sh", "-c", "kill -KILL " + process);
        exec("timeout", "60", "sh", "-c", "until psql -U postgres -c 'SELECT 1'; do sleep 0.2; done");
    }

    private String exec(String... command) {
        var argv = new ArrayList<>(List.of("docker", "exec"));
        argv.add(name);
        argv.addAll(List.of(command));
        return shell.within(Duration.ofMinutes(2)).output(argv.toArray(String[]::new));
    }

    @Override
    public void close() {
        shell.run("docker", "rm", "--force", "--volumes", name);
    }
}
