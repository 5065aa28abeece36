package dev.datastack.cli.credentials;

/** An account and its password. */
public record Credential(String door, String account, String password) {}
