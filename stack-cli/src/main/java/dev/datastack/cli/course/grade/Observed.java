package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Container.Mount;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the rules want to know of a container. */
record Observed(Container container) {
    private static final int LOOP = 2;
    /** With a health check it is known when the loop is over: such as when the database has come up at last. */
    private static final int CHECKED_LOOP = 6;

    String service() {
        return container.service();
    }

    boolean isRunning() {
        return container.state().running();
    }

    boolean hasEnded() {
        return container.state().status().isOver();
    }

    boolean wasStarted() {
        return container.state().status() != ContainerState.CREATED;
    }

    boolean restartsAgainAndAgain() {
        return container.restartCount() >= (probe().isEmpty() ? LOOP : CHECKED_LOOP)
                && !(isRunning() && health() == ContainerHealth.HEALTHY);
    }

    /** As the image or the Compose file says it; without a word it is root. */
    boolean isRoot() {
        var user = container.config().user().split(":", 2)[0];
        return user.isEmpty() || user.equals("root") || user.matches("0+");
    }

    boolean stays() {
        return isRunning() && !restartsAgainAndAgain();
    }

    int exitCode() {
        return container.state().exitCode();
    }

    boolean outOfMemory() {
        return container.state().oomKilled();
    }

    /** The words of its health check; empty where there is none. */
    List<String> probe() {
        return container.probe();
    }

    ContainerHealth health() {
        return container.state().health().status();
    }

    /** The last line of it. */
    String lastProbe() {
        return container.lastProbe().lines().reduce((a, b) -> b).orElse("no output");
    }

    List<String> namelessVolumes() {
        return container.namelessVolumes();
    }

    /** Where PostgreSQL keeps its files. */
    String dataFolder() {
        return container.config().env().stream()
                .filter(variable -> variable.startsWith("PGDATA="))
                .map(variable -> variable.substring("PGDATA=".length()))
                .map(folder -> folder.replaceFirst("/+$", ""))
                .findFirst()
                .orElse("/var/lib/postgresql/data");
    }

    /** What lies under the database's folder: of a volume and one mounted inside it, the inner one. */
    Optional<Mount> dataMount() {
        return container.mounts().stream()
                .filter(mount -> isUnder(mount.destination()))
                .max(Comparator.comparingInt(mount -> mount.destination().length()));
    }

    /** A folder in memory that hides what is mounted above it. */
    boolean keepsDataInMemory() {
        int mounted = dataMount().map(mount -> mount.destination().length()).orElse(-1);
        return container.hostConfig().tmpfs().keySet().stream()
                .anyMatch(folder -> isUnder(folder) && folder.length() > mounted);
    }

    private boolean isUnder(String destination) {
        return !destination.isEmpty() && (dataFolder() + "/").startsWith(destination.replaceFirst("/+$", "") + "/");
    }

    /** Volumes with a name, and folders of the host, that lie near the database's folder and do not hold it. */
    List<Mount> besideData() {
        var data = dataFolder();
        return container.mounts().stream()
                .filter(mount -> !mount.isNameless())
                .filter(mount -> !mount.type().equals("tmpfs"))
                .filter(mount -> mount.destination().startsWith("/var/lib/postgresql")
                        || mount.destination().startsWith(data)
                        || isUnder(mount.destination()))
                .toList();
    }
}
