package dev.datastack.cli.open;

import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Port;
import java.util.List;
import java.util.Map;

/** The ways in that a project publishes. */
public final class Doors {
    /** A way in from the host. */
    public record Door(String name, String url) {}

    private static final Map<String, String> NAMES =
            Map.of("airflow-webserver", "Airflow", "pgadmin", "pgAdmin", "postgres", "PostgreSQL");

    private Doors() {}

    public static List<Door> of(ComposeModel model) {
        return model.ports().stream().map(Doors::door).toList();
    }

    /** Never localhost: that is ::1 as well, where another program may answer. */
    private static String address(String hostIp) {
        if (hostIp.isEmpty() || hostIp.equals("0.0.0.0")) {
            return "127.0.0.1";
        }
        return hostIp.contains(":") ? "[" + hostIp + "]" : hostIp;
    }

    private static Door door(Port port) {
        return new Door(NAMES.getOrDefault(port.service(), port.service()), url(port));
    }

    public static String url(Port port) {
        var address = address(port.hostIp()) + ":" + port.published();
        return port.target() == 5432 ? "postgresql://" + address + "/warehouse" : "http://" + address;
    }
}
