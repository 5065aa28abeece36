package dev.datastack.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What one run has started, so that it can be ended from wherever the run is when somebody presses Ctrl-C. */
final class DemoRun {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path folder;
    private final ReentrantLock starting = new ReentrantLock();
    private volatile Optional<DemoServer> server = Optional.empty();
    private volatile boolean interrupted;

    DemoRun(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    DemoServer start(Supplier<DemoServer> starter) {
        starting.lock();
        try {
            var started = starter.get();
            server = Optional.of(started);
            return started;
        } finally {
            starting.unlock();
        }
    }

    void end() {
        server.ifPresent(DemoServer::close);
        server = Optional.empty();
        DemoFolder.delete(folder);
    }

    /** The programs first: one that is half way through must not start another, or complain of a lost database. */
    void interrupt() {
        interrupted = true;
        end(ProcessHandle.current().descendants().toList());
        try {
            // A start that was under way fails now; one that was as good as over has a server to stop.
            if (starting.tryLock(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                starting.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.ifPresent(DemoServer::close);
        endProgramsIn(folder);
        end();
    }

    boolean isInterrupted() {
        return interrupted;
    }

    /** Those that make or serve the data directory of a run, whoever started them. */
    static void endProgramsIn(Path run) {
        var data = run.resolve("data").toString();
        end(ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data))
                .toList());
    }

    private static void end(List<ProcessHandle> programs) {
        programs.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(programs.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .orTimeout(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException late) {
            programs.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
