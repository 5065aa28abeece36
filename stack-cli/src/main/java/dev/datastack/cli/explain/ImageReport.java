package dev.datastack.cli.explain;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.datastack.cli.explain.LayerStack.Layer;
import dev.datastack.cli.explain.Twins.Twin;
import java.util.List;
import java.util.Optional;

/** One image. The size is the sum of its layers; the base is empty for an image from scratch. */
public record ImageReport(
        String image,
        long size,
        String base,
        long aboveBase,
        Optional<Twin> twin,
        List<Layer> layers,
        List<StageCost> stages) {

    /** Its part above the base, in percent of the twin's. */
    @JsonProperty
    public Optional<Long> percentOfTwin() {
        return twin.filter(other -> other.aboveBase() > 0)
                .map(other -> Math.round(100.0 * aboveBase / other.aboveBase()));
    }
}
