package dev.datastack.cli.explain;

import java.util.List;

/** A base image and the images that begin with it; none where only build stages use it. */
public record BaseUse(String base, long size, List<String> under) {}
