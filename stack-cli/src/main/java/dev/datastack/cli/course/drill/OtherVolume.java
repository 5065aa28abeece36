package dev.datastack.cli.course.drill;

import dev.datastack.cli.docker.Container.Mount;
import dev.datastack.cli.docker.UpOption;
import java.util.List;

/** Nothing is deleted: the database gets another, empty volume, as it does when a project or a volume is renamed. */
final class OtherVolume implements Fault {
    private static final String DATA = "/var/lib/postgresql/data";

    @Override
    public void breakIn(Site site) {
        site.note("volume", volume(site));
        site.override().write("""
                volumes:
                  postgres-data:
                    name: %s
                """.formatted(other(site)));
        site.start("postgres", UpOption.WAIT).orThrow();
    }

    private static String other(Site site) {
        return site.project() + "_postgres-data-17";
    }

    private static String volume(Site site) {
        return site.inspect("postgres").stream()
                .flatMap(container -> container.mounts().stream())
                .filter(mount -> mount.destination().equals(DATA))
                .map(Mount::name)
                .findFirst()
                .orElse("none");
    }

    @Override
    public List<Sign> look(Site site) {
        var volume = volume(site);
        var flights = site.sql("SELECT count(*) FROM core.flight");
        return List.of(
                site.healthy("postgres"),
                new Sign(
                        "the database lies in the volume it had before",
                        volume.equals(site.noted("volume")),
                        "it lies in " + volume),
                site.answers("the flights can be counted", flights));
    }

    @Override
    public void clean(Site site) {
        if (!volume(site).equals(site.noted("volume"))) {
            site.compose().remove("postgres");
        }
        site.docker().removeVolumes(List.of(other(site)));
    }
}
