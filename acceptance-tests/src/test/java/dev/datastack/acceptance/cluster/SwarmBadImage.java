package dev.datastack.acceptance.cluster;

import dev.datastack.acceptance.stack.Shell;
import java.util.Locale;

/** Images of the workers that no update may end with, and what {@code docker service update} gets besides. */
enum SwarmBadImage {
    EXITS("[\"false\"]", ""),
    ABSENT("", ""),
    /** What the stack file gives a worker to become healthy, 300 s, would make a long test. */
    HANGS("[\"sleep\", \"infinity\"]", " --health-start-period 10s");

    private final String entrypoint;
    private final String options;

    SwarmBadImage(String entrypoint, String options) {
        this.entrypoint = entrypoint;
        this.options = options;
    }

    String image() {
        return SwarmImages.named("etl-service") + ":" + name().toLowerCase(Locale.ROOT);
    }

    /** Empty if nobody has pushed the image. */
    String entrypoint() {
        return entrypoint;
    }

    /** The options of {@code docker service update}. */
    String[] update() {
        return Shell.words("--image " + image() + options);
    }
}
