package dev.datastack.cli.status;

import dev.datastack.cli.terminal.Table;
import dev.datastack.cli.terminal.Terminal;
import java.util.stream.Collectors;

/** The status as a table, with the last probe of what is not well. */
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
        status.services().stream()
                .filter(service -> !service.well() && !service.probe().isEmpty())
                .forEach(service -> terminal.say(service.service() + ", last probe: " + service.probe()));
        terminal.say("year 2013: "
                + (status.databaseRuns() ? status.loads().text() : "not known while postgres does not run"));
        status.loads().failures().forEach(failure -> terminal.say("  failed: " + failure));
    }
}
