package dev.datastack.cli.doors;

import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Port;
import java.util.List;
import java.util.Map;

/** The ways in that a project publishes. */
public final class Doors {
    private static final Map<String, String> NAMES =
            Map.of("airflow-webserver", "Airflow", "pgadmin", "pgAdmin", "postgres", "PostgreSQL");

    private Doors() {}

    public static List<Door> of(ComposeModel model) {
        return model.ports().stream().map(Doors::door).toList();
    }

    private static Door door(Port port) {
        var url = port.target() == 5432
                ? "postgresql://localhost:" + port.published() + "/warehouse"
                : "http://localhost:" + port.published();
        return new Door(NAMES.getOrDefault(port.service(), port.service()), url);
    }
}
