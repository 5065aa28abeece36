package dev.datastack.cli.doors;

/** An account and its password. */
public record Credential(String door, String account, String password) {}
