package dev.datastack.cli.docker;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * When a container was made, last started and last ended, by the engine's clock. {@code ended} is the end of this run or,
 * in one that runs, of the run before. The probes are the last five that the engine keeps, those of earlier runs among them;
 * {@code grace} is the time after a start in which a failed probe counts for nothing.
 */
public record ContainerTimes(
        String id,
        String service,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        boolean running,
        int exitCode,
        int restarts,
        Duration grace,
        List<ProbeTime> probes) {
    /** A health check's run. */
    public record ProbeTime(Instant began, Instant ended, boolean well) {}

    private static final int KEPT = 5;
    /** The engine writes the year 1 where nothing has happened. */
    private static final Instant NEVER = Instant.EPOCH;

    static ContainerTimes of(JsonNode node) {
        var state = node.path("State");
        var config = node.path("Config");
        return new ContainerTimes(
                Json.text(node, "Id"),
                Json.text(config.path("Labels"), "com.docker.compose.service"),
                time(node, "Created").orElse(NEVER),
                time(state, "StartedAt"),
                time(state, "FinishedAt"),
                Json.text(state, "Status").equals("running"),
                Json.number(state, "ExitCode"),
                Json.number(node, "RestartCount"),
                Duration.ofNanos(config.path("Healthcheck").path("StartPeriod").asLong(0)),
                state.path("Health")
                        .path("Log")
                        .valueStream()
                        .flatMap(probe -> probe(probe).stream())
                        .toList());
    }

    private static Optional<ProbeTime> probe(JsonNode node) {
        var began = time(node, "Start");
        var ended = time(node, "End");
        return began.flatMap(from ->
                ended.map(to -> new ProbeTime(from, to, node.path("ExitCode").asInt(1) == 0)));
    }

    private static Optional<Instant> time(JsonNode node, String name) {
        return time(Json.text(node, name));
    }

    /** The engine's spelling of a time; absent where there was none. */
    public static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(time -> time.isAfter(NEVER));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** It has ended, and that was after its last start. */
    public Optional<Instant> over() {
        return running ? Optional.empty() : ended.filter(end -> started.isPresent());
    }

    /** The first probe of this run that went well, where the engine still keeps it; whoever watches has no doubt. */
    public Optional<Instant> firstHealthyKept() {
        return probes.stream()
                .filter(probe -> isOfThisRun(probe) && probe.well())
                .findFirst()
                .map(ProbeTime::ended);
    }

    /** The same for who did not watch: empty where an earlier success may have been dropped. */
    public Optional<Instant> firstHealthy() {
        return firstHealthyKept().filter(at -> reachesBackToTheStart());
    }

    private boolean reachesBackToTheStart() {
        if (probes.size() < KEPT || !isOfThisRun(probes.get(0))) {
            return true;
        }
        var oldest = probes.get(0);
        return !oldest.well()
                && started.filter(start -> oldest.began().isBefore(start.plus(grace)))
                        .isPresent();
    }

    private boolean isOfThisRun(ProbeTime probe) {
        return started.filter(start -> !probe.began().isBefore(start)).isPresent();
    }
}
