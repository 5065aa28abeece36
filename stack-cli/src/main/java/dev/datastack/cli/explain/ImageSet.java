package dev.datastack.cli.explain;

import java.util.List;

/** All images of the stack. {@code onDisk} counts each layer once, however many images lie on it. */
public record ImageSet(List<ImageReport> images, List<BaseUse> bases, List<String> missing, long sum, long onDisk) {}
