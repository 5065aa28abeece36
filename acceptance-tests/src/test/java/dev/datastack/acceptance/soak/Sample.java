package dev.datastack.acceptance.soak;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What the services of a stack use at one moment: for each quantity, such as {@code postgres memory}, a number. */
record Sample(Map<Quantity, Double> values) {
    private static final List<String> SERVICES = List.of(
            "postgres", "etl-service", "pgadmin", "airflow-webserver", "airflow-scheduler", "airflow-dag-processor");

    /** What is kept on the disk, by the service that can look at it. */
    private static final Map<String, String> FOLDERS = Map.of(
            "postgres", "/var/lib/postgresql/data",
            "pgadmin", "/var/lib/pgadmin",
            "airflow-webserver", "/opt/airflow/logs");

    private static final String FILES = "find /proc/[0-9]*/fd -type l 2>/dev/null | wc -l";
    private static final String SESSIONS = "SELECT usename || ' ' || count(*) FROM pg_stat_activity"
            + " WHERE backend_type = 'client backend' AND usename <> 'postgres' GROUP BY usename";

    /** The kinds of what is used, and by how much each may rise without being a leak: sizes are in MB. */
    enum Kind {
        MEMORY(16),
        PROCESSES(4),
        FILES(24),
        SESSIONS(3),
        DISK(64);

        final double slack;

        Kind(double slack) {
            this.slack = slack;
        }
    }

    /** Of whom: a service, or a role of the database. */
    record Quantity(String owner, Kind kind) implements Comparable<Quantity> {
        @Override
        public int compareTo(Quantity other) {
            int owners = owner.compareTo(other.owner);
            return owners == 0 ? kind.compareTo(other.kind) : owners;
        }
    }

    static Sample of(Project project) {
        var values = new TreeMap<Quantity, Double>();
        for (var service : SERVICES) {
            var container = project.name() + "-" + service + "-1";
            var stats = JsonMapper.shared()
                    .readTree(project.shell()
                            .output("docker", "stats", "--no-stream", "--format", "{{json .}}", container));
            values.put(
                    new Quantity(service, Kind.MEMORY),
                    megabytes(stats.path("MemUsage").asString()));
            values.put(new Quantity(service, Kind.PROCESSES), stats.path("PIDs").asDouble());
            values.put(new Quantity(service, Kind.FILES), inside(project, service, FILES));
        }
        FOLDERS.forEach((service, folder) -> values.put(
                new Quantity(service, Kind.DISK), inside(project, service, "du -sk " + folder + " | cut -f1") / 1024));
        for (var row : project.warehouse().rows(SESSIONS)) {
            var words = row.get(0).toString().split(" ", 2);
            values.put(new Quantity(words[0], Kind.SESSIONS), Double.parseDouble(words[1]));
        }
        return new Sample(values);
    }

    private static double inside(Project project, String service, String command) {
        return Double.parseDouble(project.shell()
                .output(Shell.words("docker compose exec -T " + service + " sh -c", command))
                .strip());
    }

    /** Docker writes {@code 310.5MiB / 512MiB}. */
    static double megabytes(String usage) {
        var used = usage.split(" ", 2)[0];
        double number = Double.parseDouble(used.replaceAll("[A-Za-z]", ""));
        return switch (used.replaceAll("[0-9.]", "")) {
            case "GiB" -> number * 1024;
            case "MiB" -> number;
            case "KiB" -> number / 1024;
            default -> throw new AssertionError("docker stats says " + usage);
        };
    }
}
