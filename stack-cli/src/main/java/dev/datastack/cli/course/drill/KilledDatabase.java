package dev.datastack.cli.course.drill;

import java.util.List;

final class KilledDatabase implements Drill {
    @Override
    public String name() {
        return "broken-load";
    }

    @Override
    public String symptom() {
        return "A load of January was under way when everything stopped. Is it lost?";
    }

    @Override
    public List<String> services() {
        return List.of("postgres", "etl-service");
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Which service is not there? 'docker compose ps -a'",
                "Docker restarts what dies by itself. What was killed by hand stays down until somebody starts it.",
                "Start it, then look into the ledger: './stack etl status'. Who tries again, and when?");
    }

    @Override
    public void breakIn(Site site) {
        HeldLoad.begin(site);
        site.containers().kill(site.container("postgres")).orThrow();
    }

    @Override
    public List<Sign> look(Site site) {
        return HeldLoad.signs(site, "postgres");
    }
}
