package dev.datastack.cli.course.grade;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What can be read in the Compose file alone: who reaches the ports, and what starts when. */
final class WiringJudge {
    private final ProjectModel model;
    private final Roles roles;
    private final Scorebook book;

    WiringJudge(ProjectModel model, Roles roles, Scorebook book) {
        this.model = model;
        this.roles = roles;
        this.book = book;
    }

    void judge() {
        judgePorts();
        judgeOrder();
    }

    private void judgePorts() {
        var faults = new ArrayList<String>();
        int published = 0;
        for (var service : model.services()) {
            for (var port : model.service(service).path("ports")) {
                published++;
                if (!isLoopback(port.path("host_ip").asString(""))) {
                    faults.add(service + " publishes " + number(port) + " to every network of the host");
                }
            }
        }
        if (published == 0) {
            book.notJudged(Rule.COMPOSE_PORTS, "no port is published");
        } else {
            book.judge(Rule.COMPOSE_PORTS, faults, published + " are published on 127.0.0.1");
        }
    }

    private static String number(JsonNode port) {
        var host = port.path("published").asString("");
        return host.isEmpty() ? "its port " + port.path("target").asInt(0) : "port " + host;
    }

    private static boolean isLoopback(String address) {
        return address.equals("localhost") || address.equals("::1") || address.matches("127(\\.\\d{1,3}){3}");
    }

    private void judgeOrder() {
        var database = roles.service(Role.POSTGRES);
        if (database.isEmpty()) {
            book.notJudged(Rule.COMPOSE_ORDER, "PostgreSQL was not found");
            return;
        }
        var order = new StartOrder(model, database.get());
        var clients = model.services().stream()
                .filter(service ->
                        !roles.service(Role.PGADMIN).filter(service::equals).isPresent())
                .filter(order::needsDatabase)
                .toList();
        List<String> faults = clients.stream()
                .filter(service -> !order.waits(service) && !order.triesAgain(service))
                .map(service -> service + " neither waits until " + database.get() + " is healthy nor tries again")
                .toList();
        book.judge(
                Rule.COMPOSE_ORDER,
                faults,
                clients.isEmpty()
                        ? "no other service names the database"
                        : String.join(", ", clients) + " wait for " + database.get() + " or try again");
    }
}
