package dev.datastack.cli.course.drill;

import java.util.List;

final class KilledDatabase implements Fault {
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
