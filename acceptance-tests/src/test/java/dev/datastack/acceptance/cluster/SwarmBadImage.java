package dev.datastack.acceptance.cluster;

import java.util.Locale;

/** Images of the workers that no update may end with. */
enum SwarmBadImage {
    EXITS("[\"false\"]"),
    ABSENT(""),
    HANGS("[\"sleep\", \"infinity\"]");

    private final String entrypoint;

    SwarmBadImage(String entrypoint) {
        this.entrypoint = entrypoint;
    }

    String image() {
        return SwarmImages.named("etl-service") + ":" + tag();
    }

    /** As the walk names the one that is absent. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty if nobody has pushed the image. */
    String entrypoint() {
        return entrypoint;
    }
}
