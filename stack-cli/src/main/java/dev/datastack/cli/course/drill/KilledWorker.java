package dev.datastack.cli.course.drill;

import java.util.List;

final class KilledWorker implements Drill {
    @Override
    public String name() {
        return "stuck-load";
    }

    @Override
    public String symptom() {
        return "The ledger says that a load of January is running. It has said so for a long time.";
    }

    @Override
    public List<String> services() {
        return List.of("etl-service");
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Who does the loads? Is it there?",
                "'running' is what a worker wrote when it began. A dead worker corrects nothing.",
                "A claim holds for 15 seconds. Somebody has to be there to claim it after that.");
    }

    @Override
    public void breakIn(Site site) {
        HeldLoad.begin(site);
        site.containers().kill(site.container("etl-service")).orThrow();
        HeldLoad.release(site);
    }

    @Override
    public List<Sign> look(Site site) {
        return HeldLoad.signs(site, "etl-service");
    }

    @Override
    public void clean(Site site) {
        HeldLoad.release(site);
    }
}
