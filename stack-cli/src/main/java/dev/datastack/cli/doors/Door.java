package dev.datastack.cli.doors;

/** A way in from the host. */
public record Door(String name, String url) {}
