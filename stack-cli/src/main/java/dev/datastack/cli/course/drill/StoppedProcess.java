package dev.datastack.cli.course.drill;

import java.util.List;

final class StoppedProcess implements Fault {
    private static final String JAVA =
            "for p in /proc/[0-9]*; do [ \"$(cat $p/comm 2>/dev/null)\" != java ] || kill -%s ${p#/proc/}; done";

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
