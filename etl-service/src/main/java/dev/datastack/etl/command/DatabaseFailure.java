package dev.datastack.etl.command;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Puts into words why the database could not be used. */
final class DatabaseFailure {

    private static final String WRONG_LOGIN = "28";
    private static final String NO_CONNECTION = "08";
    private static final String NO_DATABASE = "3D";
    private static final String NO_TABLE = "42P01";

    private DatabaseFailure() {}

    /** Nothing when the database is not what failed. */
    static Optional<Failure> in(Throwable thrown, String database) {
        SQLException found = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayValidateException) {
                return Optional.of(Failure.of(OtherSchema.WHAT, database, OtherSchema.NEXT));
            }
            // The last one is what the server or the network said; those above wrap it.
            found = cause instanceof SQLException sql ? sql : found;
        }
        return Optional.ofNullable(found).map(said -> of(said, database));
    }

    private static Failure of(SQLException said, String database) {
        String state = String.valueOf(said.getSQLState());
        String what = state.equals(NO_TABLE)
                ? "This database has no ledger yet."
                : "The database could not be used: " + words(said);
        return Failure.of(what, database, next(state));
    }

    /** Without the place inside a function, which helps nobody here. */
    private static String words(SQLException said) {
        return String.valueOf(said.getMessage()).replaceFirst("(?s)\\s*Where: .*", "");
    }

    private static String next(String state) {
        if (state.equals(NO_TABLE)) {
            return "'load' or 'worker' makes the tables when it first runs; is this the right database?";
        } else if (state.startsWith(WRONG_LOGIN)) {
            return "check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD";
        } else if (state.startsWith(NO_CONNECTION)) {
            return "start PostgreSQL, or name a running one: SPRING_DATASOURCE_URL=jdbc:postgresql://HOST:PORT/DATABASE";
        } else if (state.startsWith(NO_DATABASE)) {
            return "create that database, or name another one in SPRING_DATASOURCE_URL";
        }
        return "mend what the message names (" + state + "), then run it again; --verbose shows more";
    }
}
