package dev.datastack.cli.course.drill;

import dev.datastack.cli.docker.Run;
import dev.datastack.cli.docker.ServiceState;
import java.util.List;

final class TakenPort implements Fault {
    @Override
    public void breakIn(Site site) {
        var port = site.state("pgadmin").stream()
                .map(ServiceState::ports)
                .flatMap(List::stream)
                .findFirst()
                .orElse(5050);
        site.compose().stop("pgadmin").orThrow();
        var sleep = Run.of(site.project() + "/postgres:dev", List.of("infinity"))
                .startedBy("sleep")
                .publishing("127.0.0.1", port, 8080)
                // Over the image's volume, so that no volume without a name stays behind.
                .withFolderInMemory("/var/lib/postgresql/data");
        site.containers().runDetached(holder(site), sleep).orThrow();
    }

    private static String holder(Site site) {
        return site.project() + "-notebook";
    }

    @Override
    public List<Sign> look(Site site) {
        var ports = site.state("pgadmin").map(ServiceState::ports).orElse(List.of());
        return List.of(
                site.healthy("pgadmin"),
                new Sign("pgadmin publishes a port", !ports.isEmpty(), ports.isEmpty() ? "none" : ports.toString()));
    }

    @Override
    public void clean(Site site) {
        site.containers().remove(holder(site));
    }
}
