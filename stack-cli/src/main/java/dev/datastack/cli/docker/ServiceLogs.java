package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The logs of services. */
public final class ServiceLogs {
    /** Until whoever follows them has seen enough. */
    private static final Duration ENDLESS = Duration.ofDays(365);

    private final CommandRunner runner;
    private final Call logs;

    ServiceLogs(CommandRunner runner, Call logs) {
        this.runner = runner;
        this.logs = logs;
    }

    /**
     * What to read. No services are all of them; {@code tail} is a number of lines of each, or {@code all}; {@code since} is
     * a time or how long ago, as docker reads it, and empty for all times.
     */
    public record Part(List<String> services, String tail, String since, boolean follow) {
        private List<String> words() {
            var words = new ArrayList<>(List.of("--tail", tail));
            if (!since.isEmpty()) {
                words.addAll(List.of("--since", since));
            }
            if (follow) {
                words.add("--follow");
            }
            words.addAll(services);
            return words;
        }
    }

    /** Hands the terminal to them. */
    public int show(Part part) {
        return runner.attach(logs.plus(part.words()));
    }

    /** Each line as Compose shows it, its container's name in front, as soon as it is written. */
    public Finished read(Part part, Consumer<String> lines) {
        try {
            return runner.pour(logs.plus(part.words()).within(ENDLESS), bytes -> {
                var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.accept(line);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
