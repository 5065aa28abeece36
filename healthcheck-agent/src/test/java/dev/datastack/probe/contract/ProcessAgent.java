package dev.datastack.probe.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The agent as a process of its own, started by this command. */
public final class ProcessAgent implements Agent {
    /** Longer than any test lets it try; a probe that does not end is ended, and its exit code tells. */
    private static final long LIMIT_SECONDS = 120;

    private final List<String> command;

    public ProcessAgent(List<String> command) {
        this.command = command;
    }

    /** The reference build: the module's classes on this JVM. */
    public static ProcessAgent jvm() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessAgent(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                "target/classes",
                "dev.datastack.probe.jvm.JvmMain"));
    }

    @Override
    public Result run(List<String> arguments) {
        return run(arguments, process -> {});
    }

    /** Hands the process to somebody who will not leave it alone while it runs. */
    public Result run(List<String> arguments, Consumer<Process> started) {
        List<String> words = new ArrayList<>(command);
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words);
        long start = System.nanoTime();
        try {
            Process process = builder.start();
            started.accept(process);
            process.onExit()
                    .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(late -> process.destroyForcibly());
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            return new Result(code, out, err, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot run " + words, cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words, cause);
        }
    }
}
