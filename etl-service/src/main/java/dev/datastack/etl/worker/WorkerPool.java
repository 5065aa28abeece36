package dev.datastack.etl.worker;

import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.ledger.LeaseTerms;
import dev.datastack.etl.ledger.Leases;
import dev.datastack.etl.ledger.Ledger;
import dev.datastack.etl.load.LoadLimits;
import dev.datastack.etl.load.Loader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the workers with the service, and lets them finish when it stops. */
public final class WorkerPool implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

    /** For a rollback and the hand-over, once the grace is over; twice, when the first way to end a load does not help. */
    private static final Duration HAND_OVER = Duration.ofMillis(1_500);

    @FunctionalInterface
    private interface Ending {
        void of(ActiveLoad load) throws SQLException;
    }

    private final DataSource dataSource;
    private final Datasets datasets;
    private final Ledger ledger;
    private final WorkerTerms terms;
    private final LongSupplier nanoTime;
    private final Crew crew;
    private final WakeUp wakeUp = new WakeUp();
    private final Keeper keeper;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** @param host part of the workers' names, so that the ledger tells one container from another */
    public WorkerPool(
            DataSource dataSource,
            Datasets datasets,
            Path folder,
            LoadLimits limits,
            WorkerTerms terms,
            Optional<Path> heartbeatFile,
            String host,
            Clock clock,
            LongSupplier nanoTime) {
        this.dataSource = dataSource;
        this.datasets = datasets;
        this.terms = terms;
        this.nanoTime = nanoTime;
        LeaseTerms leaseTerms = new LeaseTerms(terms.lease(), terms.maxAttempts());
        ledger = new Ledger(leaseTerms);
        crew = new Crew(nanoTime);
        HeartbeatFile heartbeat = new HeartbeatFile(heartbeatFile, clock);
        keeper = new Keeper(dataSource, new Leases(leaseTerms), crew, wakeUp, heartbeat, terms, nanoTime);
        Loader loader = new Loader(datasets, folder, limits, ledger);
        for (int i = 1; i <= terms.workers(); i++) {
            workers.add(new Worker(
                    "etl-service " + host + " worker-" + i,
                    dataSource,
                    ledger,
                    new Attempt(loader),
                    new Settlement(ledger, loader, terms.maxAttempts()),
                    crew,
                    wakeUp,
                    terms,
                    nanoTime));
        }
    }

    @Override
    public void start() {
        register();
        begin("keeper", keeper);
        for (int i = 0; i < workers.size(); i++) {
            begin("worker-" + (i + 1), workers.get(i));
        }
        LOG.info("{} workers wait for loads", workers.size());
    }

    @Override
    public void stop() {
        workers.forEach(Worker::stop);
        wakeUp.call();
        if (!ended(terms.shutdownGrace())) {
            LOG.info("Stopping {}", crew.loads().stream().map(ActiveLoad::claim).toList());
            crew.loads().forEach(load -> end(load, ActiveLoad::stop));
            if (!ended(HAND_OVER)) {
                // It waits for a server that does not answer.
                crew.loads().forEach(load -> end(load, ActiveLoad::cut));
                ended(HAND_OVER);
            }
        }
        keeper.stop();
        wakeUp.call();
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private void register() {
        try (Connection connection = dataSource.getConnection()) {
            ledger.register(connection, datasets);
        } catch (SQLException e) {
            throw new IllegalStateException("The datasets could not be written into etl.dataset", e);
        }
    }

    private void begin(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        threads.add(thread);
        thread.start();
    }

    /** Waits for the workers, not for the keeper: it renews their leases to the end. */
    private boolean ended(Duration longest) {
        long deadline = nanoTime.getAsLong() + longest.toNanos();
        try {
            for (Thread thread : threads.subList(1, threads.size())) {
                long left = Duration.ofNanos(deadline - nanoTime.getAsLong()).toMillis();
                thread.join(Math.max(left, 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().skip(1).noneMatch(Thread::isAlive);
    }

    private static void end(ActiveLoad load, Ending ending) {
        try {
            ending.of(load);
        } catch (SQLException e) {
            LOG.warn("{} could not be stopped, its lease will run out: {}", load.claim(), e.getMessage());
        }
    }
}
