package dev.datastack.acceptance.stack;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.process.ProcessRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs commands in one folder with one set of variables added to the environment. */
public record Shell(Path folder, Map<String, String> environment, Duration limit) {
    public static Shell in(Path folder) {
        return new Shell(folder, Map.of(), Duration.ofMinutes(2));
    }

    public Shell with(Map<String, String> more) {
        var all = new TreeMap<>(environment);
        all.putAll(more);
        return new Shell(folder, Map.copyOf(all), limit);
    }

    public Shell within(Duration newLimit) {
        return new Shell(folder, environment, newLimit);
    }

    /** For what tests call within their own process. */
    public static CommandRunner runner() {
        return new ProcessRunner();
    }

    public Finished run(String... argv) {
        return run(List.of(argv));
    }

    public Finished run(List<String> argv) {
        var all = new ArrayList<String>(List.of("env"));
        environment.forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(argv);
        return new ProcessRunner().run(Call.of(all).in(folder).within(limit));
    }

    /** Runs it and returns what it printed; a failure is an error with all that it said. */
    public String output(String... argv) {
        var finished = run(argv);
        if (!finished.well()) {
            throw new AssertionError(told(finished));
        }
        return finished.outText();
    }

    /** The same for a command of plain words. */
    public String line(String plain) {
        return output(words(plain));
    }

    /** A command line: plain words, and then such as may hold blanks. */
    public static String[] words(String plain, String... more) {
        var all = new ArrayList<>(List.of(plain.split(" ")));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Everything that is known of a command that has ended, for the message of an assertion. */
    public static String told(Finished finished) {
        return "exit code %d of: %s%n%s%n%s"
                .formatted(finished.exitCode(), finished.call().text(), finished.outText(), finished.errText());
    }
}
