package dev.datastack.cli.explain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.OptionalLong;

/** A build stage: the bytes its steps wrote, as far as the build cache still has them, and those the image took. */
public record StageCost(String stage, OptionalLong written, long taken) {
    /** What an image of a single stage would have carried along. */
    @JsonProperty
    public OptionalLong left() {
        return written.isPresent() ? OptionalLong.of(Math.max(0, written.getAsLong() - taken)) : written;
    }
}
