package dev.datastack.probe;

import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.naming.HostPort;
import dev.datastack.probe.postgres.Session;
import dev.datastack.probe.text.Sentence;

/** Does PostgreSQL take sessions? Stops where the server asks for a login: the probe knows no password. */
public record PostgresProbe(HostPort target, String database, String user) implements Probe {
    @Override
    public String ask(Attempt attempt) throws Unhealthy {
        Session session = new Session(attempt.connect(target), attempt.deadline(), attempt.scratch());
        String login = session.greet(user, database);
        return Sentence.of("postgres at {} takes sessions (login: {})", target.toString(), login);
    }

    @Override
    public String explain(String reason) {
        return Sentence.of("postgres at {}: {}", target.toString(), reason);
    }
}
