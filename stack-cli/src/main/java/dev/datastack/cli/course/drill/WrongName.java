package dev.datastack.cli.course.drill;

import java.util.List;

final class WrongName implements Fault {
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
