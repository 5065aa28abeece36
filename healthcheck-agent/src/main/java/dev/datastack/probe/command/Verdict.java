package dev.datastack.probe.command;

/** The answer, and the line that explains it. */
record Verdict(boolean healthy, String line) {}
