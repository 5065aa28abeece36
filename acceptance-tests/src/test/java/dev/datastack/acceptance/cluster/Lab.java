package dev.datastack.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** A node with the images of this clone in it, and the namespace of the stack. */
final class Lab implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ClusterImages images;
    private final Node node;
    private final Cluster cluster;
    private final Seen seen;

    private Lab(ClusterImages images, Node node, Seen seen) {
        this.images = images;
        this.node = node;
        this.cluster = Cluster.of(node);
        this.seen = seen;
    }

    static Lab start(Seen seen) {
        var images = ClusterImages.build();
        var watch = Seen.watch();
        var node = Node.start();
        seen.note("start the node", watch);
        images.loadInto(node);
        return new Lab(images, node, seen);
    }

    ClusterImages images() {
        return images;
    }

    Node node() {
        return node;
    }

    Cluster cluster() {
        return cluster;
    }

    /** README's second and third block. */
    void applied(String overlay) {
        var watch = Seen.watch();
        cluster.apply(overlay);
        cluster.awaitAvailable();
        seen.note("apply " + overlay + ", until all pods are ready", watch);
        assertThat(cluster.containers().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("\\S+ +true +0"), "ready, and never restarted");
    }

    /** Airflow catches up by itself; nothing here requests a load. */
    void yearComes(Year year) {
        var watch = Seen.watch();
        year.awaitRuns();
        seen.note("all pods are ready, until all 12 months are loaded by Airflow", watch + ", " + year.told(0));
        year.isWhole();
    }

    /** Takes away the worker that is at a load, and gives no notice. */
    void workerIsLost(Year year) {
        year.psql().hold();
        long before = year.again();
        await().atMost(PATIENCE)
                .until(() -> cluster.readyWorkers().stream().anyMatch(year.workersAtAFlightsLoad(before)::contains));
        var held = year.workersAtAFlightsLoad(before);
        var lost = cluster.readyWorkers().stream()
                .filter(held::contains)
                .findFirst()
                .orElseThrow();
        var watch = Seen.watch();
        cluster.ask("delete pod --force --grace-period=0 " + lost);
        year.psql().release();
        cluster.awaitRollout();
        seen.note("lose a worker in mid-load, until there are two again", watch);
        year.awaitRuns();
        seen.note("the same, until all 12 months are loaded again", watch + ", " + year.told(before));
        year.isWhole();
        assertThat(year.secondAttempts(before)).isPositive();
    }

    @Override
    public void close() {
        node.close();
        images.close();
    }
}
