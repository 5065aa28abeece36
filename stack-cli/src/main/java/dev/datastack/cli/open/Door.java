package dev.datastack.cli.open;

/** A way in from the host. */
public record Door(String name, String url) {}
