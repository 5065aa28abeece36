package dev.datastack.cli.process;

import dev.datastack.cli.host.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The one class that starts processes. */
public final class ProcessRunner implements CommandRunner {
    private static final Duration GRACE = Duration.ofSeconds(3);

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
        var process = start(call, Redirect.PIPE);
        // Two readers: a command that fills one pipe while the other is read would wait for ever.
        var spoke = new CountDownLatch(1);
        var out = Output.of(process.getInputStream(), call, spoke);
        var err = Output.of(process.getErrorStream(), call, spoke);
        try {
            awaitFirstLine(call, spoke);
            if (!process.waitFor(call.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw CommandException.tooSlow(call, call.limit());
            }
            return new Finished(call, process.exitValue(), out.lines(), err.lines());
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
        var process = start(call, Redirect.PIPE);
        var err = Output.of(process.getErrorStream(), call, new CountDownLatch(1));
        return streaming(process, call, () -> {
            sink.take(process.getInputStream());
            return new Finished(call, process.waitFor(), List.of(), err.lines());
        });
    }

    @Override
    public Finished feed(Call call, Source source) throws IOException {
        var process = start(call, Redirect.PIPE, Redirect.PIPE, Redirect.PIPE);
        var spoke = new CountDownLatch(1);
        var out = Output.of(process.getInputStream(), call, spoke);
        var err = Output.of(process.getErrorStream(), call, spoke);
        return streaming(process, call, () -> {
            feed(process, source);
            return new Finished(call, process.waitFor(), out.lines(), err.lines());
        });
    }

    /** What ends without having read everything tells why in its own words, not in those of a broken pipe. */
    private static void feed(Process process, Source source) throws IOException, InterruptedException {
        try (var in = process.getOutputStream()) {
            source.write(in);
        } catch (IOException e) {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() == 0) {
                throw e;
            }
        }
    }

    private interface Streaming {
        Finished finish() throws IOException, InterruptedException;
    }

    /** Stops the process at the limit of the call, and when anything breaks it off. */
    private static Finished streaming(Process process, Call call, Streaming streaming) throws IOException {
        var atTheLimit = CompletableFuture.delayedExecutor(call.limit().toMillis(), TimeUnit.MILLISECONDS);
        var end = CompletableFuture.runAsync(() -> stop(process), atTheLimit);
        try {
            return streaming.finish();
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
        Output.of(process.getInputStream(), call, new CountDownLatch(1));
        Output.of(process.getErrorStream(), call, new CountDownLatch(1));
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
        var nothing = Redirect.from(Platform.here().nullDevice());
        return start(call, out.equals(Redirect.INHERIT) ? out : nothing, out, err);
    }

    private Process start(Call call, Redirect input, Redirect out, Redirect err) {
        var builder = new ProcessBuilder(call.argv());
        only(call.environment().orElse(environment), builder.environment());
        // Compose names a project after the folder as PWD has it, which a shell would have set on its way there.
        call.folder().ifPresent(folder -> {
            builder.directory(folder.toFile());
            builder.environment().put("PWD", folder.toAbsolutePath().toString());
        });
        builder.environment().putAll(call.variables());
        call.variables().forEach((name, value) -> builder.environment().remove(name, ""));
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
