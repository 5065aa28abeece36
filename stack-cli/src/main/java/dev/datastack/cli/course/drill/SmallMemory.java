package dev.datastack.cli.course.drill;

import java.util.List;

final class SmallMemory implements Drill {
    @Override
    public String name() {
        return "restless-scheduler";
    }

    @Override
    public String symptom() {
        return "Airflow shows its pages, and runs nothing.";
    }

    @Override
    public List<String> services() {
        return List.of("airflow-scheduler");
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Airflow has three services. Which one runs things, and since when is it up?",
                "It wrote nothing before it ended. Who ends a process without a word? What is exit code 137?",
                "'docker events --since 10m --until 0s --filter event=oom' knows; 'docker inspect' has the limit. Who set it?");
    }

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
