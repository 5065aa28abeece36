package dev.datastack.cli.course.drill;

import java.util.List;

final class StoppedProcess implements Drill {
    private static final String JAVA =
            "for p in /proc/[0-9]*; do [ \"$(cat $p/comm 2>/dev/null)\" != java ] || kill -%s ${p#/proc/}; done";

    @Override
    public String name() {
        return "silent-worker";
    }

    @Override
    public String symptom() {
        return "The ETL service is up, and does nothing. It logs nothing any more.";
    }

    @Override
    public List<String> services() {
        return List.of("etl-service");
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Up is not healthy. Two probes, 30 seconds apart, have to fail before the engine says so. What did they say?",
                "The heartbeat is old: the process is there and does not live. 'docker compose top etl-service'",
                "The state T in 'docker top CONTAINER -o pid,stat,comm' is a process that somebody stopped. Start it anew.");
    }

    @Override
    public void breakIn(Site site) {
        site.in("etl-service", JAVA.formatted("STOP")).orThrow();
        // As if it had been so for a while: the check then says so at its next turn.
        site.in("etl-service", "touch -d '10 minutes ago' /tmp/heartbeat").orThrow();
    }

    @Override
    public List<Sign> look(Site site) {
        return List.of(site.healthy("etl-service"));
    }

    @Override
    public void clean(Site site) {
        site.in("etl-service", JAVA.formatted("CONT"));
    }
}
