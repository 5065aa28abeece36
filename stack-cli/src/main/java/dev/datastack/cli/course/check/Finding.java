package dev.datastack.cli.course.check;

/** What a check saw, beside what it wanted to see. */
public record Finding(boolean passed, String observed, String expected) {}
