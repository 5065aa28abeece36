package dev.datastack.cli.course.drill;

import dev.datastack.cli.database.Psql;
import java.util.List;
import java.util.Map;

/** A load that is under way for as long as it takes: somebody else has locked the table that it must change. */
final class HeldLoad {
    private static final String LOCKER = "drill";

    private HeldLoad() {}

    static void begin(Site site) {
        site.compose()
                .execAndLeave(
                        "postgres",
                        Map.of("PGAPPNAME", LOCKER),
                        Psql.words("warehouse", "BEGIN; LOCK TABLE core.flight; SELECT pg_sleep(120)"));
        site.await(() -> count(
                site,
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + LOCKER
                        + "' AND wait_event = 'PgSleep'"));
        var id = site.sql("SELECT etl.request_load('flights', '2013-01', 'drill')")
                .orThrow()
                .outText();
        site.note("load", id);
        site.await(() -> count(site, "SELECT count(*) FROM etl.load WHERE status = 'running' AND id = " + id));
    }

    private static boolean count(Site site, String sql) {
        return site.sql(sql).outText().equals("1");
    }

    static void release(Site site) {
        site.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + LOCKER + "'");
    }

    static Sign isDone(Site site) {
        var expected = "load " + site.noted("load") + ", which was under way, is done";
        var load = site.sql("SELECT status || ', attempt ' || attempt FROM etl.load WHERE id = " + site.noted("load"));
        var answer = site.answers(expected, load);
        return new Sign(expected, answer.seen().startsWith("done"), answer.seen());
    }

    static List<Sign> signs(Site site, String service) {
        return List.of(site.healthy(service), isDone(site));
    }
}
