package dev.datastack.cli.images.bases;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.settings.Settings;
import java.time.Duration;

/** The bases as the verbs see them: made sure of, one line for each. */
public record Bases(Context context) {
    public static final Duration ANSWER = Duration.ofSeconds(60);

    public void ensure(boolean yes, Duration answer) {
        ensure(context.settings(), yes, answer);
    }

    /** Those of other settings than this clone's. */
    public void ensure(Settings settings, boolean yes, Duration answer) {
        var standIns = new StandIns(context.runner(), context.root());
        new BaseImages(context.images(), standIns, settings, context.terminal(), context.time())
                .ensure(yes, answer)
                .forEach(result -> context.terminal().say("base " + result.image() + ": " + result.text()));
    }
}
