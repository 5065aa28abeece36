package dev.datastack.probe.postgres;

import dev.datastack.probe.machine.Unhealthy;

/** A server's error in words for people who do not know SQLSTATE codes. */
final class Refusal {
    private Refusal() {}

    static Unhealthy of(Frame error) {
        String message = error.field('M');
        String meaning = switch (error.field('C')) {
            case "57P03" -> "is not ready: ";
            case "53300" -> "has no connection left: ";
            case "57P01", "57P02" -> "is shutting down: ";
            case "3D000" -> "lacks the database: ";
            case "28000", "28P01" -> "refuses the login: ";
            default -> "refuses: ";
        };
        return new Unhealthy(meaning + (message.isEmpty() ? "no reason given" : message));
    }
}
