package dev.datastack.cli.sandbox;

import dev.datastack.cli.terminal.Printable;

/** One setting that reaches beyond the project: in which part of the file, which it is, and how it reaches out. */
public record Refusal(String where, String setting, Reach reach) {
    /** Whole, for a reader: {@code service pgadmin: 'privileged' gives it the rights of the whole machine}. */
    public String sentence() {
        return Printable.of(where + ": '" + setting + "' " + reach.words());
    }
}
