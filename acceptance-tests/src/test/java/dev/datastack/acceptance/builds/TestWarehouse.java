package dev.datastack.acceptance.builds;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Warehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The stack's PostgreSQL image alone, with a network on which an ETL service finds it. */
final class TestWarehouse implements AutoCloseable {
    private static final String PASSWORD = "for-this-test";
    private static final int PORT = 5432;
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Path YEAR_2013 = Repository.root().resolve("data/nycflights13");
    /** As in docker-compose.yml, for each of the two. */
    private static final long MEMORY = 256L << 20;

    private final Network network = Network.newNetwork();
    private final GenericContainer<?> postgres;

    private TestWarehouse(String image) {
        postgres = new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withNetworkAliases("postgres")
                .withExposedPorts(PORT)
                .withCreateContainerCmdModifier(command ->
                        Objects.requireNonNull(command.getHostConfig()).withMemory(MEMORY))
                .waitingFor(Wait.forSuccessfulCommand("healthcheck postgres 127.0.0.1:5432"));
        for (var role : List.of("postgres", "airflow", "etl", "pgadmin")) {
            postgres.withCopyToContainer(Transferable.of(PASSWORD, 0644), "/run/secrets/" + role + "-password");
        }
    }

    static TestWarehouse start(String image) {
        var warehouse = new TestWarehouse(image);
        warehouse.postgres.start();
        return warehouse;
    }

    /** A container of this image, confined as in docker-compose.yml; healthy, by the image's own health check. */
    GenericContainer<?> service(String image) {
        return service(image, YEAR_2013);
    }

    /** The same with a data folder of the test's own. */
    GenericContainer<?> service(String image, Path data) {
        var service = new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withEnv("SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/warehouse")
                .withEnv("SPRING_DATASOURCE_USERNAME", "etl")
                .withEnv("SPRING_DATASOURCE_PASSWORD", PASSWORD)
                .withCreateContainerCmdModifier(
                        command -> confine(Objects.requireNonNull(command.getHostConfig()), data))
                .waitingFor(Wait.forHealthcheck().withStartupTimeout(LONG));
        service.start();
        return service;
    }

    private static void confine(HostConfig host, Path data) {
        host.withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges:true"))
                .withTmpFs(Map.of("/tmp", "mode=1777,size=16m"))
                .withMemory(MEMORY)
                .withBinds(new Bind(data.toString(), new Volume("/data"), AccessMode.ro));
    }

    /** How a load that was asked for has ended. */
    record Load(Object status, Object rows, Object error) {}

    Load load(String dataset, String period) {
        return ended(request(dataset, period));
    }

    Object request(String dataset, String period) {
        return ledger().value("SELECT etl.request_load('%s', '%s', 'image test')".formatted(dataset, period));
    }

    /** Waits for it. */
    Load ended(Object id) {
        var ended = "SELECT status, rows_loaded, error FROM etl.load WHERE status IN ('done', 'failed') AND id = " + id;
        var row = await().atMost(LONG)
                .until(() -> ledger().rows(ended), rows -> !rows.isEmpty())
                .get(0);
        return new Load(row.get(0), row.get(1), row.get(2));
    }

    Warehouse ledger() {
        return new Warehouse(postgres.getMappedPort(PORT), "postgres", PASSWORD);
    }

    @Override
    public void close() {
        postgres.close();
        network.close();
    }
}
