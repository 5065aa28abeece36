package dev.datastack.etl.fault;

import com.zaxxer.hikari.HikariDataSource;
import dev.datastack.etl.worker.TestWorkers;
import dev.datastack.etl.worker.WorkerPool;
import dev.datastack.etl.worker.WorkerTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The service's workers as a process: the same pool, settings and code, without Spring's start, which would take most of
 * the time of a test that kills hundreds of them. Waits for a line, works until its input ends, then stops in good order.
 */
public final class WorkerMain {

    static final int ATTEMPTS = 10_000;

    private WorkerMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        WorkerTerms terms = new WorkerTerms(
                Integer.parseInt(args[2]),
                Duration.ofMillis(Long.parseLong(args[3])),
                ATTEMPTS,
                Duration.ofMillis(Long.parseLong(args[4])),
                Duration.ofSeconds(6));
        HikariDataSource pool = pool(args[0], terms.workers());
        WorkerPool workers = TestWorkers.on(pool, Path.of(args[1]), terms, Optional.empty(), args[5]);
        if (System.in.read() >= 0) {
            CountDownLatch over = new CountDownLatch(1);
            Thread input = new Thread(() -> awaitEnd(over), "input");
            input.setDaemon(true);
            input.start();
            start(workers, over);
            over.await();
            workers.stop();
        }
        pool.close();
    }

    /** The test lets go, or is gone. */
    private static void awaitEnd(CountDownLatch over) {
        try {
            while (System.in.read() >= 0) {
                // Nothing more is said.
            }
        } catch (IOException e) {
            // That is an end too.
        }
        over.countDown();
    }

    /** As application.yaml and EtlApplication have it. */
    private static HikariDataSource pool(String url, int workers) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("etl");
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(workers + 2);
        pool.setConnectionTimeout(5_000);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }

    // A service that starts without a database ends, and the engine starts it again.
    private static void start(WorkerPool workers, CountDownLatch over) throws InterruptedException {
        do {
            try {
                workers.start();
            } catch (IllegalStateException e) {
                // Once more, unless it is over.
            }
        } while (!workers.isRunning() && !over.await(200, TimeUnit.MILLISECONDS));
    }
}
