package dev.datastack.etl.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker in a JVM of its own. */
final class WorkerProcess implements AutoCloseable {

    private static final int HEAP_MB = 96;
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    /** Far more than the grace: a worker may still be booting on a busy machine when it is told to end. */
    private static final Duration GOOD_ORDER = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    /** Boots, and waits for {@link #go}. */
    WorkerProcess(String url, Path folder, Path logs, Terms terms) {
        this(url, folder, logs, terms, HEAP_MB);
    }

    WorkerProcess(String url, Path folder, Path logs, Terms terms, int heapMb) {
        String host = "host" + NUMBERS.incrementAndGet();
        output = logs.resolve(host + ".log");
        try {
            process = new ProcessBuilder(command(url, folder, terms, host, heapMb))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a worker is bound to, where a test wants it otherwise than the service. */
    record Terms(int workers, Duration lease, Duration stallLimit) {}

    WorkerProcess go() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("A worker ended before its time: " + output(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await(GOOD_ORDER);
    }

    boolean await(Duration longest) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it end in good order. */
    @Override
    public void close() {
        Signals.go(pid());
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
        if (!await(GOOD_ORDER)) {
            kill();
            throw new IllegalStateException("A worker did not end in good order: " + output());
        }
    }

    private static List<String> command(String url, Path folder, Terms terms, String host, int heapMb) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:SurvivorRatio=2",
                "-Xmx" + heapMb + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerMain.class.getName(),
                url,
                folder.toString(),
                Integer.toString(terms.workers()),
                Long.toString(terms.lease().toMillis()),
                Long.toString(terms.stallLimit().toMillis()),
                host);
    }
}
