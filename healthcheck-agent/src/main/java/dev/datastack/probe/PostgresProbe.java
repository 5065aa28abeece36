package dev.datastack.probe;

import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.naming.HostPort;
import dev.datastack.probe.postgres.Session;
import dev.datastack.probe.text.Sentence;
import dev.datastack.probe.text.Utf8;
import org.jspecify.annotations.Nullable;

/** Does PostgreSQL take sessions? Stops where the server asks for a login, unless there is one. */
public record PostgresProbe(
        HostPort target,
        String database,
        String user,
        @Nullable String passwordFile) implements Probe {
    private static final int MAX_PASSWORD = 1024;

    @Override
    public String ask(Attempt attempt) throws Unhealthy {
        Session session = new Session(attempt.connect(target), attempt.deadline(), attempt.scratch());
        return passwordFile == null ? greet(session) : logIn(session, passwordFile, attempt);
    }

    @Override
    public String explain(String reason) {
        return Sentence.of("postgres at {}: {}", target.toString(), reason);
    }

    private String greet(Session session) throws Unhealthy {
        return Sentence.of(
                "postgres at {} takes sessions (login: {})", target.toString(), session.greet(user, database));
    }

    private String logIn(Session session, String file, Attempt attempt) throws Unhealthy {
        byte[] bytes = attempt.host().read(file, MAX_PASSWORD);
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        String password = Utf8.text(bytes, 0, length);
        session.logIn(user, database, password, attempt.host());
        return Sentence.of("postgres at {} answers queries of {} in {}", target.toString(), user, database);
    }
}
