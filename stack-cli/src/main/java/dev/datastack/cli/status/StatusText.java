package dev.datastack.cli.status;

import dev.datastack.cli.terminal.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The status as a table, with what is known of what is not well, and why the year is short. */
record StatusText(StackStatus status, Instant now, boolean withUse) {
    /** One line, and whether it tells of something that is not well. */
    record Line(String text, boolean bad) {}

    List<Line> lines() {
        var lines = new ArrayList<>(table());
        for (var service : status.services()) {
            if (!service.well() && !service.probe().isEmpty()) {
                lines.add(new Line(service.service() + ", last probe: " + service.probe(), false));
            }
            if (!service.cause().isEmpty()) {
                lines.add(new Line(service.service() + " " + service.cause(), false));
            }
            if (!service.cure().isEmpty()) {
                lines.add(new Line("  " + service.cure(), false));
            }
        }
        year().forEach(line -> lines.add(new Line(line, false)));
        return lines;
    }

    List<String> year() {
        var lines = new ArrayList<String>();
        lines.add("year 2013: "
                + (status.databaseRuns() ? status.loads().text() : "not known while postgres does not run"));
        status.whyShort().forEach(line -> lines.add("  " + line));
        if (!status.cure().isEmpty()) {
            lines.add("  when the cause is fixed: " + status.cure());
        }
        return lines;
    }

    private List<Line> table() {
        var table = new Table(cells("SERVICE", "STATE", "HEALTH", "UP", "CPU", "MEMORY", "ADDRESS"));
        status.services().forEach(service -> table.row(row(service)));
        var text = table.lines();
        var lines = new ArrayList<>(List.of(new Line(text.get(0), false)));
        for (int i = 0; i < status.services().size(); i++) {
            lines.add(new Line(text.get(i + 1), !status.services().get(i).well()));
        }
        return lines;
    }

    private String[] row(ServiceStatus service) {
        var restarts = service.restarts();
        var state = service.state();
        return cells(
                service.service(),
                restarts == 0 ? state : state + (restarts == 1 ? ", 1 restart" : ", " + restarts + " restarts"),
                shown(service.health()),
                shown(Uptime.of(service.startedAt(), now)),
                shown(service.cpu()),
                shown(service.memory()),
                String.join(", ", service.links()));
    }

    private String[] cells(
            String service, String state, String health, String up, String cpu, String memory, String links) {
        return withUse
                ? new String[] {service, state, health, up, cpu, memory, links}
                : new String[] {service, state, health, up, links};
    }

    private static String shown(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
