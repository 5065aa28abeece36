package dev.datastack.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One stream of a command, read beside it line by line. */
final class Output {
    private static final Duration DRAIN = Duration.ofSeconds(5);
    /** Characters of each stream; what a command says beyond that is read and forgotten. */
    private static final long KEPT = 64_000_000;

    private final List<String> kept = new ArrayList<>();
    private final Call call;
    private final CountDownLatch spoke;
    private final Thread thread;
    private long room = KEPT;

    private Output(InputStream stream, Call call, CountDownLatch spoke) {
        this.call = call;
        this.spoke = spoke;
        this.thread = new Thread(() -> drain(stream), "reader of " + call.argv().get(0));
        thread.setDaemon(true);
    }

    /** Counts down at the first line; a command that ends without a word has answered too. */
    static Output of(InputStream stream, Call call, CountDownLatch spoke) {
        var output = new Output(stream, call, spoke);
        output.thread.start();
        return output;
    }

    private void drain(InputStream stream) {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Lines.each(reader, this::line);
        } catch (IOException e) {
            // The stream of a process that was stopped: there is nothing more to read.
            return;
        } finally {
            spoke.countDown();
        }
    }

    private void line(String line) {
        keep(line);
        spoke.countDown();
        call.lines().accept(line);
    }

    private synchronized void keep(String line) {
        room -= line.length();
        if (room > 0) {
            kept.add(line);
        }
    }

    private synchronized List<String> kept() {
        return List.copyOf(kept);
    }

    /** All of them, once the command has ended: a child that it left behind may hold the stream open. */
    List<String> lines() throws InterruptedException {
        thread.join(DRAIN.toMillis());
        return kept();
    }
}
