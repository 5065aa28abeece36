package dev.datastack.cli.course.grade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which services need the database, and whether they can start before it is ready without harm. */
record StartOrder(ProjectModel model, String database) {
    private static final Pattern AIRFLOW = Pattern.compile("^(?:\\S*/)?airflow\\s");
    private static final Pattern READY = Pattern.compile("service_healthy|service_completed_successfully");
    private static final Pattern COMES_BACK = Pattern.compile("always|unless-stopped|on-failure.*");
    /** What waits in a start command. */
    private static final Pattern WAITS = Pattern.compile(
            "pg_isready|wait-for|wait_for|dockerize|db\\s+check|\\bnc\\s+-\\w*z|(?:until|while)\\s.*\\bdo\\b");

    boolean needsDatabase(String service) {
        return !service.equals(database) && (isAirflow(service) || names().anyMatch(name -> mentions(service, name)));
    }

    private boolean isAirflow(String service) {
        return model.variables(service).stream().anyMatch(name -> name.startsWith("AIRFLOW__"))
                || model.image(service).contains("apache/airflow")
                || ShellWords.commands(model.start(service)).stream()
                        .anyMatch(command -> AIRFLOW.matcher(command).find());
    }

    /** By which names others reach the database. */
    private java.util.stream.Stream<String> names() {
        var names = new ArrayList<>(List.of(database));
        var node = model.service(database);
        names.add(node.path("container_name").asString(database));
        names.add(node.path("hostname").asString(database));
        node.path("networks")
                .forEach(network -> network.path("aliases").forEach(alias -> names.add(alias.asString(database))));
        return names.stream().distinct();
    }

    /** As an address: alone, behind {@code @} or {@code //}, or before a port. */
    private boolean mentions(String service, String name) {
        var quoted = Pattern.quote(name);
        var address = Pattern.compile("(?:@|//)" + quoted + "(?:[:/?]|$)|^" + quoted + "(?::\\d+)?$");
        return model.service(service).path("environment").properties().stream()
                .filter(entry -> !entry.getKey().matches("(?i).*(?:USER|PASSWORD|DB|DATABASE|NAME)"))
                .anyMatch(
                        entry -> address.matcher(entry.getValue().asString("")).find());
    }

    /** Over one-shots and healthy services too: what waits for the migration waits for the database. */
    boolean waits(String service) {
        return waits(service, new HashSet<>());
    }

    private boolean waits(String service, Set<String> seen) {
        return seen.add(service)
                && model.service(service).path("depends_on").properties().stream()
                        .filter(need -> READY.matcher(
                                        need.getValue().path("condition").asString(""))
                                .matches())
                        .anyMatch(need -> need.getKey().equals(database) || waits(need.getKey(), seen));
    }

    /** It comes back after it failed, or its own start command waits. */
    boolean triesAgain(String service) {
        var node = model.service(service);
        var policy = node.path("restart").asString("");
        var deployed =
                node.path("deploy").path("restart_policy").path("condition").asString("");
        return COMES_BACK.matcher(policy).matches()
                || deployed.equals("any")
                || deployed.equals("on-failure")
                || WAITS.matcher(model.start(service)).find();
    }
}
