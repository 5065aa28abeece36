package dev.datastack.cli.course.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A container as {@code docker inspect} shows it. */
record Observed(JsonNode node) {
    private static final int LOOP = 2;
    /** With a health check it is known when the loop is over: such as when the database has come up at last. */
    private static final int CHECKED_LOOP = 6;

    String service() {
        return node.path("Config")
                .path("Labels")
                .path("com.docker.compose.service")
                .asString("");
    }

    boolean isRunning() {
        return node.path("State").path("Running").asBoolean(false);
    }

    boolean hasEnded() {
        return node.path("State").path("Status").asString("").matches("exited|dead");
    }

    boolean wasStarted() {
        return !node.path("State").path("Status").asString("").equals("created");
    }

    boolean restartsAgainAndAgain() {
        return node.path("RestartCount").asInt(0) >= (probe().isEmpty() ? LOOP : CHECKED_LOOP)
                && !(isRunning() && health().equals("healthy"));
    }

    /** As the image or the Compose file says it; without a word it is root. */
    boolean isRoot() {
        var user = node.path("Config").path("User").asString("").split(":", 2)[0];
        return user.isEmpty() || user.equals("root") || user.matches("0+");
    }

    boolean stays() {
        return isRunning() && !restartsAgainAndAgain();
    }

    int exitCode() {
        return node.path("State").path("ExitCode").asInt(0);
    }

    boolean outOfMemory() {
        return node.path("State").path("OOMKilled").asBoolean(false);
    }

    /** The words of its health check; empty where there is none. */
    List<String> probe() {
        var words = new ArrayList<String>();
        node.path("Config").path("Healthcheck").path("Test").forEach(word -> words.add(word.asString("")));
        return words.isEmpty() || words.get(0).equals("NONE") ? List.of() : List.copyOf(words);
    }

    /** healthy, unhealthy, starting, or nothing. */
    String health() {
        return node.path("State").path("Health").path("Status").asString("");
    }

    String lastProbe() {
        return StreamSupport.stream(
                        node.path("State").path("Health").path("Log").spliterator(), false)
                .map(entry -> entry.path("Output").asString("").strip())
                .filter(output -> !output.isEmpty())
                .reduce((earlier, later) -> later)
                .map(output -> output.lines().reduce((a, b) -> b).orElse(""))
                .orElse("no output");
    }

    /** Volumes that no file names: each container gets its own, and leaves it behind. */
    List<String> namelessVolumes() {
        return StreamSupport.stream(node.path("Mounts").spliterator(), false)
                .map(mount -> mount.path("Name").asString(""))
                .filter(Observed::isNameless)
                .toList();
    }

    static boolean isNameless(String volume) {
        return volume.matches("[0-9a-f]{64}");
    }

    /** Where PostgreSQL keeps its files. */
    String dataFolder() {
        return StreamSupport.stream(node.path("Config").path("Env").spliterator(), false)
                .map(variable -> variable.asString(""))
                .filter(variable -> variable.startsWith("PGDATA="))
                .map(variable -> variable.substring("PGDATA=".length()))
                .map(folder -> folder.replaceFirst("/+$", ""))
                .findFirst()
                .orElse("/var/lib/postgresql/data");
    }

    /** What lies under the database's folder: of a volume and one mounted inside it, the inner one. */
    Optional<JsonNode> dataMount() {
        return mounts().filter(mount -> isUnder(mount.path("Destination").asString("?")))
                .max(Comparator.comparingInt(
                        mount -> mount.path("Destination").asString("").length()));
    }

    /** A folder in memory that hides what is mounted above it. */
    boolean keepsDataInMemory() {
        int mounted = dataMount()
                .map(mount -> mount.path("Destination").asString("").length())
                .orElse(-1);
        return node.path("HostConfig").path("Tmpfs").propertyNames().stream()
                .anyMatch(folder -> isUnder(folder) && folder.length() > mounted);
    }

    private boolean isUnder(String destination) {
        return (dataFolder() + "/").startsWith(destination.replaceFirst("/+$", "") + "/");
    }

    /** Volumes with a name, and folders of the host, that lie near the database's folder and do not hold it. */
    List<JsonNode> besideData() {
        var data = dataFolder();
        return mounts().filter(mount -> !isNameless(mount.path("Name").asString("")))
                .filter(mount -> !mount.path("Type").asString("").equals("tmpfs"))
                .filter(mount -> mount.path("Destination").asString("").startsWith("/var/lib/postgresql")
                        || mount.path("Destination").asString("").startsWith(data)
                        || isUnder(mount.path("Destination").asString("?")))
                .toList();
    }

    private Stream<JsonNode> mounts() {
        return StreamSupport.stream(node.path("Mounts").spliterator(), false);
    }
}
