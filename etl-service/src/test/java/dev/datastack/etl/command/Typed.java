package dev.datastack.etl.command;

import dev.datastack.etl.warehouse.TestWarehouse;
import dev.datastack.etl.worker.TestWorkers;
import dev.datastack.etl.worker.WorkerPool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Commands as somebody types them, on the warehouse of a test. */
final class Typed implements Service {

    private final TestWarehouse warehouse;
    private final Path folder;
    private final boolean live;
    private boolean stopping;
    private final AtomicLong nanos = new AtomicLong();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Typed(TestWarehouse warehouse, Path folder, boolean live) {
        this.warehouse = warehouse;
        this.folder = folder;
        this.live = live;
    }

    void stopsAtTheFirstPause() {
        stopping = true;
    }

    int run(String... arguments) {
        return Commands.run(
                this,
                new Terminal(new PrintWriter(out), new PrintWriter(err), live, nanos::get, this::pause),
                arguments);
    }

    /** A minute by the clock that is shown, an instant for the test. */
    private void pause(Duration duration) throws InterruptedException {
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        if (stopping) {
            throw new IllegalStateException("the pool is closed");
        }
        Thread.sleep(10);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    @Override
    public String database() {
        return warehouse.url();
    }

    @Override
    public Warehouse connect(boolean verbose) {
        return new Opened(() -> {});
    }

    @Override
    public Warehouse work(boolean verbose) {
        WorkerPool workers = TestWorkers.on(warehouse, folder);
        workers.start();
        return new Opened(workers::stop);
    }

    @Override
    public boolean isStopping() {
        return stopping;
    }

    @Override
    public void serve() {
        out.append("serves");
    }

    private final class Opened implements Warehouse {

        private final Runnable end;

        Opened(Runnable end) {
            this.end = end;
        }

        @Override
        public Connection connection() throws SQLException {
            return warehouse.pool().getConnection();
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
