package dev.datastack.cli.bases;

import dev.datastack.cli.docker.CommandRunner;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The bases as the verbs see them: made sure of, one line for each. */
public final class Bases {
    public static final Duration ANSWER = Duration.ofSeconds(60);

    private final BaseImages images;
    private final Terminal terminal;

    public Bases(CommandRunner runner, Path root, Settings settings, Terminal terminal, Supplier<Instant> clock) {
        this.images = new BaseImages(new Docker(runner), new StandIns(runner, root), settings, terminal, clock);
        this.terminal = terminal;
    }

    public void ensure(boolean yes, Duration answer) {
        images.ensure(yes, answer).forEach(result -> terminal.say("base " + result.image() + ": " + result.text()));
    }
}
