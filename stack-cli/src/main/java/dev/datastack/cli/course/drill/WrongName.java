package dev.datastack.cli.course.drill;

import java.util.List;

final class WrongName implements Drill {
    @Override
    public String name() {
        return "quiet-queue";
    }

    @Override
    public String symptom() {
        return "Loads are requested, and nobody does them.";
    }

    @Override
    public List<String> services() {
        return List.of("etl-service");
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Who does the loads? How is that service, and what does it log?",
                "The message names a host. Which names are there on that network? The services' own.",
                "'docker compose config' shows the settings as Compose sees them. Which file do they come from?");
    }

    @Override
    public void breakIn(Site site) {
        site.override().write("""
                services:
                  etl-service:
                    environment:
                      SPRING_DATASOURCE_URL: jdbc:postgresql://postgresql:5432/warehouse
                """);
        site.start("etl-service").orThrow();
    }

    @Override
    public List<Sign> look(Site site) {
        return List.of(site.healthy("etl-service"));
    }
}
