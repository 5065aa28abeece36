package dev.datastack.etl.dataset;

/** A column of a dataset. Its position is the place in the file's line, derived ones come after. */
public record Column(String name, Type type, boolean required, int position) {}
