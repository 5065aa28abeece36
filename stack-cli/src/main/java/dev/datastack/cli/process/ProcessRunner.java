package dev.datastack.cli.process;

import dev.datastack.cli.host.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The one class that starts processes. */
public final class ProcessRunner implements CommandRunner {
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** Characters of each stream; what a command says beyond that is read and forgotten. */
    private static final long KEPT = 64_000_000;

    private final Map<String, String> environment;

    /** Whatever this runs gets these variables and no others, apart from its own. */
    public ProcessRunner(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public ProcessRunner() {
        this(new ProcessBuilder().environment());
    }

    @Override
    public Finished run(Call call) {
        return call.outlives() ? runApart(call) : runWithin(call);
    }

    private Finished runWithin(Call call) {
        var out = Collections.synchronizedList(new ArrayList<String>());
        var err = Collections.synchronizedList(new ArrayList<String>());
        var spoke = new CountDownLatch(1);
        var process = start(call, Redirect.PIPE);
        // Two readers: a command that fills one pipe while the other is read would wait for ever.
        var readers = List.of(
                reader(process.getInputStream(), out, call, spoke), reader(process.getErrorStream(), err, call, spoke));
        try {
            awaitFirstLine(call, spoke);
            if (!process.waitFor(call.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw CommandException.tooSlow(call, call.limit());
            }
            for (var reader : readers) {
                reader.join(DRAIN.toMillis());
            }
            return new Finished(call, process.exitValue(), copy(out), copy(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.interrupted(call);
        } finally {
            stop(process);
        }
    }

    /** It writes to files: a pipe would break, and end it, when this program ends. */
    private Finished runApart(Call call) {
        try {
            var out = unlinkedAtExit("out");
            var err = unlinkedAtExit("err");
            int exitCode = start(call, Redirect.to(out.toFile()), Redirect.to(err.toFile()))
                    .waitFor();
            var finished = new Finished(call, exitCode, lines(out), lines(err));
            Files.delete(out);
            Files.delete(err);
            return finished;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.interrupted(call);
        }
    }

    /** Whatever the bytes are. */
    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static Path unlinkedAtExit(String stream) throws IOException {
        var file = Files.createTempFile("stack-", "." + stream);
        file.toFile().deleteOnExit();
        return file;
    }

    @Override
    public Finished pour(Call call, Sink sink) throws IOException {
        var err = Collections.synchronizedList(new ArrayList<String>());
        var process = start(call, Redirect.PIPE);
        var reader = reader(process.getErrorStream(), err, call, new CountDownLatch(1));
        var atTheLimit = CompletableFuture.delayedExecutor(call.limit().toMillis(), TimeUnit.MILLISECONDS);
        var end = CompletableFuture.runAsync(() -> stop(process), atTheLimit);
        try {
            sink.take(process.getInputStream());
            process.waitFor();
            reader.join(DRAIN.toMillis());
            return new Finished(call, process.exitValue(), List.of(), copy(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.interrupted(call);
        } finally {
            end.cancel(false);
            stop(process);
        }
    }

    @Override
    public int attach(Call call) {
        try {
            return start(call, Redirect.INHERIT).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.interrupted(call);
        }
    }

    @Override
    public Following follow(Call call) {
        var process = start(call, Redirect.PIPE);
        reader(process.getInputStream(), new ArrayList<>(), call, new CountDownLatch(1));
        reader(process.getErrorStream(), new ArrayList<>(), call, new CountDownLatch(1));
        return new Following() {
            @Override
            public boolean isOpen() {
                return process.isAlive();
            }

            @Override
            public void close() {
                stop(process);
            }
        };
    }

    private Process start(Call call, Redirect redirect) {
        return start(call, redirect, redirect);
    }

    private Process start(Call call, Redirect out, Redirect err) {
        var builder = new ProcessBuilder(call.argv());
        only(call.environment().orElse(environment), builder.environment());
        // Compose names a project after the folder as PWD has it, which a shell would have set on its way there.
        call.folder().ifPresent(folder -> {
            builder.directory(folder.toFile());
            builder.environment().put("PWD", folder.toAbsolutePath().toString());
        });
        builder.environment().putAll(call.variables());
        call.variables().forEach((name, value) -> builder.environment().remove(name, ""));
        var input = out.equals(Redirect.INHERIT)
                ? out
                : Redirect.from(Platform.here().nullDevice());
        builder.redirectInput(input).redirectOutput(out).redirectError(err);
        try {
            return builder.start();
        } catch (IOException e) {
            throw CommandException.absent(call, e);
        }
    }

    /** What stays is not touched: a value that is no text in this locale would not survive it. */
    private static void only(Map<String, String> wanted, Map<String, String> inherited) {
        inherited.keySet().retainAll(wanted.keySet());
        wanted.forEach((name, value) -> {
            if (!value.equals(inherited.get(name))) {
                inherited.put(name, value);
            }
        });
    }

    private static void awaitFirstLine(Call call, CountDownLatch spoke) throws InterruptedException {
        if (call.firstLine().isEmpty()) {
            return;
        }
        var limit = call.firstLine().get();
        if (!spoke.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw CommandException.silent(call, limit);
        }
    }

    private static Thread reader(InputStream stream, List<String> kept, Call call, CountDownLatch spoke) {
        var room = new AtomicLong(KEPT);
        Consumer<String> sink = line -> {
            if (room.addAndGet(-line.length()) > 0) {
                kept.add(line);
            }
            spoke.countDown();
            call.lines().accept(line);
        };
        // A command that ends without a word has answered too.
        Runnable reading = () -> {
            drain(stream, sink);
            spoke.countDown();
        };
        var thread = new Thread(reading, "reader of " + call.argv().get(0));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void drain(InputStream stream, Consumer<String> sink) {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Lines.each(reader, sink);
        } catch (IOException e) {
            // The stream of a process that was stopped: there is nothing more to read.
            return;
        }
    }

    private static List<String> copy(List<String> lines) {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Politely first, then for certain: one of them may not listen, and none may outlive its command. */
    private static void stop(Process process) {
        if (!process.isAlive()) {
            return;
        }
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
