package dev.datastack.cli.grade;

import dev.datastack.cli.docker.CommandException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs each health check in a container of its own, where the service does not run: there is nothing to be healthy. */
final class HonestyJudge {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Sandbox sandbox;
    private final Scorebook book;
    private final Consumer<String> progress;

    HonestyJudge(Sandbox sandbox, Scorebook book, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.book = book;
        this.progress = progress;
    }

    /** The project is stopped; the containers are those that ran before. */
    void judge(Roles roles, List<Observed> containers) {
        var faults = new ArrayList<String>();
        int asked = 0;
        for (var service : roles.services()) {
            var probe = probe(service, containers);
            if (!probe.isEmpty()) {
                progress.accept("ask: the health check of " + service);
                asked++;
                if (saysYes(service, probe)) {
                    faults.add("the one of " + service + " says yes though the service does not run");
                }
            }
        }
        if (asked == 0) {
            book.leave(Rule.HEALTH_HONEST, "there is no health check to ask");
        } else {
            book.judge(Rule.HEALTH_HONEST, faults, asked + " were asked without their service, and said no");
        }
    }

    private static List<String> probe(String service, List<Observed> containers) {
        return containers.stream()
                .filter(container -> container.service().equals(service))
                .map(Observed::probe)
                .findFirst()
                .orElse(List.of());
    }

    private boolean saysYes(String service, List<String> probe) {
        var shell = probe.get(0).equals("CMD-SHELL");
        var words = new ArrayList<>(List.of("run", "--rm", "--no-deps", "-T", "--entrypoint"));
        words.addAll(shell ? List.of("/bin/sh", service, "-c") : List.of(probe.get(1), service));
        words.addAll(probe.subList(shell ? 1 : 2, probe.size()));
        try {
            return sandbox.compose().run(LIMIT, words).well();
        } catch (CommandException tooSlow) {
            return false;
        }
    }
}
