package dev.datastack.cli.course.drill;

import java.util.List;

final class KilledWorker implements Fault {
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
