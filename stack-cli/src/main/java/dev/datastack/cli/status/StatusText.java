package dev.datastack.cli.status;

import dev.datastack.cli.terminal.Table;
import dev.datastack.cli.terminal.Wrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The status as a table, with what is known of what is not well, and why the year is short. */
record StatusText(StackStatus status, Instant now, boolean withUse) {
    /** One line, and whether it tells of something that is not well. */
    record Line(String text, boolean bad) {}

    /** None is wider than that, but for a word that is. */
    List<Line> lines(int width) {
        var lines = new ArrayList<>(table(width));
        for (var service : status.services()) {
            if (!service.well() && !service.probe().isEmpty()) {
                lines.addAll(told("", service.service() + ", last probe: " + service.probe(), width));
            }
            if (!service.cause().isEmpty()) {
                lines.addAll(told("", service.service() + " " + service.cause(), width));
            }
            if (!service.cure().isEmpty()) {
                lines.addAll(told("  ", service.cure(), width));
            }
        }
        lines.addAll(told("", year(), width));
        status.whyShort().forEach(line -> lines.addAll(told("  ", line, width)));
        if (!status.cure().isEmpty()) {
            lines.addAll(told("  ", "when the cause is fixed: " + status.cure(), width));
        }
        return lines;
    }

    String year() {
        return "year 2013: "
                + (status.databaseRuns() ? status.loads().text() : "not known while postgres does not run");
    }

    private static List<Line> told(String indent, String text, int width) {
        return Wrapped.words(text, indent, width).stream()
                .map(line -> new Line(line, false))
                .toList();
    }

    private List<Line> table(int width) {
        var table = new Table(cells("SERVICE", "STATE", "HEALTH", "UP", "CPU", "MEMORY", "ADDRESS"));
        status.services().forEach(service -> table.row(row(service)));
        var blocks = table.blocks(width);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean bad = i > 0 && !status.services().get(i - 1).well();
            blocks.get(i).forEach(line -> lines.add(new Line(line, bad)));
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
