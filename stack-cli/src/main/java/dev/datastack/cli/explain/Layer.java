package dev.datastack.cli.explain;

import java.util.List;

/** One layer of an image, the step that made it, and the other images of the set that lie on the same bytes. */
public record Layer(String chain, long size, String madeBy, List<String> sharedWith) {}
