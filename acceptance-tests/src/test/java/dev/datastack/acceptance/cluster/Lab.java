package dev.datastack.acceptance.cluster;

import dev.datastack.acceptance.documents.TypedBlocks;
import java.util.Map;

/** A node with the images of this clone in it, and the namespace of the stack. */
final class Lab implements AutoCloseable {
    private final ClusterImages images;
    private final Node node;
    private final Cluster cluster;
    private final Seen seen;

    private Lab(ClusterImages images, Node node, Cluster cluster, Seen seen) {
        this.images = images;
        this.node = node;
        this.cluster = cluster;
        this.seen = seen;
    }

    static Lab start(Seen seen) {
        var readme = TypedBlocks.of("deploy/kubernetes/README.md");
        var images = ClusterImages.build(readme.with("build secrets airflow-init", Map.of()));
        var watch = Seen.watch();
        var node = Node.start();
        seen.note("start the node", watch);
        images.loadInto(node);
        return new Lab(images, node, Cluster.of(node, readme), seen);
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

    /** The apply, in its own words, and the wait for it. Returns the password of Airflow's page. */
    String ready(String overlay, Runnable apply) {
        var watch = Seen.watch();
        apply.run();
        var password = cluster.awaitAvailable();
        seen.note("apply " + overlay + ", until all pods are ready", watch);
        cluster.nothingWasRestarted();
        return password;
    }

    @Override
    public void close() {
        node.close();
        images.close();
    }
}
