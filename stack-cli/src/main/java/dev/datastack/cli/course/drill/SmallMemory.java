package dev.datastack.cli.course.drill;

import java.util.List;

final class SmallMemory implements Fault {
    @Override
    public void breakIn(Site site) {
        site.override().write("""
                services:
                  airflow-scheduler:
                    deploy:
                      resources:
                        limits: {memory: 96M}
                """);
        site.start("airflow-scheduler").orThrow();
    }

    @Override
    public List<Sign> look(Site site) {
        return List.of(site.healthy("airflow-scheduler"));
    }
}
