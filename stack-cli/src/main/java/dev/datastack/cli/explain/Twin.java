package dev.datastack.cli.explain;

/** The same service from a naive Dockerfile, where one was built. */
public record Twin(String image, long size, long aboveBase) {}
