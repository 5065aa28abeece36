package dev.datastack.cli.course.drill;

/** One thing that was looked at: what is expected, whether it is so, and what was seen. */
public record Sign(String expected, boolean well, String seen) {}
