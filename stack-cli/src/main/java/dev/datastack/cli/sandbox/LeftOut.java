package dev.datastack.cli.sandbox;

import dev.datastack.cli.terminal.Printable;
import java.nio.file.Path;

/** A file of the project that its copy does not have; the path is relative to the project's folder. */
public record LeftOut(Path path, Why why) {
    /** Why it was not copied. */
    public enum Why {
        LINK_OUT("a link that leads out of the folder"),
        LINK_NOWHERE("a link that leads nowhere"),
        SPECIAL("neither a file nor a folder"),
        UNREADABLE("not readable");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    public String sentence() {
        return Printable.of(path + " is " + why.words);
    }
}
