package dev.datastack.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.datastack.acceptance.stack.Repository;
import java.time.Duration;
import java.util.Map;

/** The drills of deploy/kubernetes/README.md, for both overlays. After each of them the year is whole. */
record Drills(Lab lab, Year year, Seen seen) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String EXITS = "local-data-stack/etl-service:3";

    /** Airflow catches up by itself; nothing here requests a load. */
    void yearComes() {
        var watch = Seen.watch();
        year.awaitRuns();
        seen.note("all pods are ready, until all 12 months are loaded by Airflow", watch + ", " + year.told(0));
        year.isWhole();
    }

    /** Takes away the worker that is at a load, and gives no notice. */
    void workerIsLost() {
        year.psql().hold();
        long before = year.again();
        await().atMost(PATIENCE)
                .until(() -> cluster().readyWorkers().stream().anyMatch(year.workersAtAFlightsLoad(before)::contains));
        var held = year.workersAtAFlightsLoad(before);
        var lost = cluster().readyWorkers().stream()
                .filter(held::contains)
                .findFirst()
                .orElseThrow();
        var loads = year.runningAt(lost);
        var watch = Seen.watch();
        cluster().typed("delete pod --force", Map.of("POD", lost));
        lab.node().awaitEnd(lost);
        year.psql().release();
        cluster().awaitRollout();
        seen.note("lose a worker in mid-load, until there are two again", watch);
        loadedAgain(before, watch);
        // What it held, others did.
        assertThat(year.doneBy(lost, loads)).isZero();
        // Nobody but the worker noticed. The session that held the load left an orphan, which ended with an error.
        cluster().nothingWasRestarted();
    }

    /** Takes away the server while loads are held, until it takes sessions again. */
    void databaseIsLost(String what, Runnable replace) {
        year.psql().hold();
        long before = year.again();
        await().atMost(PATIENCE).until(() -> !year.workersAtAFlightsLoad(before).isEmpty());
        var watch = Seen.watch();
        replace.run();
        seen.note(what + " in mid-load, until it is ready", watch);
        loadedAgain(before, watch);
        cluster().awaitAvailable();
        seen.note("the same, containers that were restarted", cluster().restarted());
    }

    void moreWorkersShareTheLoads(String overlay) {
        var watch = Seen.watch();
        cluster().typed("--replicas=4");
        cluster().awaitRollout();
        seen.note("scale to 4 workers, until they are ready", watch);
        var loading = Seen.watch();
        long before = year.again();
        loadedAgain(before, loading);
        assertThat(year.workerPods(before)).isEqualTo(4);
        cluster().apply(overlay);
        await().atMost(PATIENCE).until(() -> cluster().readyWorkers().size() == 2);
    }

    void imageDoesNotExist() {
        var workers = cluster().readyWorkers();
        var watch = Seen.watch();
        var status = cluster().type("set image", Map.of());
        seen.note("roll out an image that does not exist, until kubectl gives up", watch);
        assertThat(status.well()).isFalse();
        assertThat(status.errText()).contains("exceeded its progress deadline");
        assertThat(cluster().reasons()).containsAnyOf("ErrImagePull", "ImagePullBackOff");
        oldWorkersGoOn(workers.toString());
    }

    /** Its program is a shell that has nothing to do. */
    void imageExits() {
        var base = Repository.settingInForce("BASE_PREFIX").orElse("") + "debian:trixie-slim";
        lab.node().load(base, EXITS);
        var workers = cluster().readyWorkers();
        var watch = Seen.watch();
        cluster().setImage(EXITS);
        await().atMost(PATIENCE).until(() -> cluster().reasons().contains("CrashLoopBackOff"));
        seen.note("roll out an image that exits, until it crashes in a loop", watch);
        oldWorkersGoOn(workers.toString());
    }

    private void oldWorkersGoOn(String workers) {
        assertThat(cluster().readyWorkers()).hasToString(workers);
        var loading = Seen.watch();
        loadedAgain(year.again(), loading);
        assertThat(cluster().readyWorkers()).hasToString(workers);
        var watch = Seen.watch();
        cluster().typed("rollout undo");
        cluster().awaitRollout();
        await().atMost(PATIENCE).until(() -> cluster().reasons().isEmpty());
        seen.note("kubectl rollout undo, until only the old workers are there", watch);
        assertThat(cluster().readyWorkers()).hasToString(workers);
    }

    private void loadedAgain(long before, Seen.Watch watch) {
        year.awaitRuns();
        seen.note("the same, until all 12 months are loaded again", watch + ", " + year.told(before));
        year.isWhole();
    }

    private Cluster cluster() {
        return lab.cluster();
    }
}
