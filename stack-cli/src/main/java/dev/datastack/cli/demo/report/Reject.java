package dev.datastack.cli.demo.report;

/** A row in quarantine, with the file that it came from. */
public record Reject(String file, long line, String column, String reason, String raw) {}
