package dev.datastack.cli.explain;

import java.util.List;

/**
 * All images of the stack. {@code sumOfLayers} adds up the images, {@code eachLayerOnce} counts a layer once, however many
 * of them lie on it.
 */
public record ImageSet(
        List<ImageReport> images, List<BaseUse> bases, List<String> missing, long sumOfLayers, long eachLayerOnce) {}
