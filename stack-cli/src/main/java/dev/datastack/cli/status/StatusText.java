package dev.datastack.cli.status;

import dev.datastack.cli.terminal.Table;
import dev.datastack.cli.terminal.Terminal;
import java.util.stream.Collectors;

/** The status as a table, with what is known of what is not well, and why the year is short. */
public final class StatusText {
    private final Terminal terminal;

    public StatusText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(StackStatus status, boolean memory) {
        var table = memory
                ? new Table("SERVICE", "STATE", "HEALTH", "PORTS", "MEMORY")
                : new Table("SERVICE", "STATE", "HEALTH", "PORTS");
        for (var service : status.services()) {
            var health = service.health().isEmpty() ? "-" : service.health();
            var ports = service.ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
            if (memory) {
                table.row(service.service(), service.state(), health, ports, service.memory());
            } else {
                table.row(service.service(), service.state(), health, ports);
            }
        }
        table.lines().forEach(terminal::say);
        for (var service : status.services()) {
            if (!service.well() && !service.probe().isEmpty()) {
                terminal.say(service.service() + ", last probe: " + service.probe());
            }
            if (!service.cause().isEmpty()) {
                terminal.say(service.service() + " " + service.cause());
            }
            if (!service.cure().isEmpty()) {
                terminal.say("  " + service.cure());
            }
        }
        terminal.say("year 2013: "
                + (status.databaseRuns() ? status.loads().text() : "not known while postgres does not run"));
        status.whyShort().forEach(line -> terminal.say("  " + line));
        if (!status.cure().isEmpty()) {
            terminal.say("  when the cause is fixed: " + status.cure());
        }
    }
}
