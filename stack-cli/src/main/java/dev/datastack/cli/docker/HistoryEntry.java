package dev.datastack.cli.docker;

import java.util.regex.Pattern;

/** One step that made an image, as {@code docker history} keeps it. */
public record HistoryEntry(long size, String createdBy) {
    /** The old builder wrote such a step as a comment of the shell; BuildKit writes the instruction itself. */
    private static final Pattern METADATA = Pattern.compile("(/bin/sh -c #\\(nop\\) +)?"
            + "(ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME) .*");

    /** A step that only changes the configuration makes no layer. */
    public boolean makesLayer() {
        return !METADATA.matcher(createdBy).lookingAt();
    }
}
