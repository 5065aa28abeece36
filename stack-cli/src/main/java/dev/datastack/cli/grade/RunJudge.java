package dev.datastack.cli.grade;

import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.start.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what runs: whether it stays, is healthy, and shows its pages. */
final class RunJudge {
    private static final Duration PAGE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Sandbox sandbox;
    private final ProjectModel model;
    private final Roles roles;
    private final Scorebook book;
    private final Time time;

    RunJudge(Sandbox sandbox, ProjectModel model, Roles roles, Scorebook book, Time time) {
        this.sandbox = sandbox;
        this.model = model;
        this.roles = roles;
        this.book = book;
        this.time = time;
    }

    void judgeRuns(List<Observed> containers, List<String> refusals) {
        var faults = new ArrayList<>(refusals);
        for (var container : containers) {
            fault(container).ifPresent(faults::add);
        }
        book.judge(Rule.COMPOSE_RUNS, faults, containers.size() + " containers started and stayed, or were done");
    }

    private Optional<String> fault(Observed container) {
        var service = container.service();
        if (!container.wasStarted()) {
            return Optional.of(service + " was not started, because of what it waits for");
        }
        if (container.outOfMemory()) {
            return Optional.of(service + " was killed for memory");
        }
        if (container.restartsAgainAndAgain()) {
            return Optional.of(service + " is restarted again and again, " + lastLine(container));
        }
        if (container.isRunning()) {
            return Optional.empty();
        }
        var mayEnd = !roles.services().contains(service) && container.exitCode() == 0;
        return mayEnd
                ? Optional.empty()
                : Optional.of(service + " ended with exit code " + container.exitCode() + ", " + lastLine(container));
    }

    private String lastLine(Observed container) {
        return sandbox.compose().lastLines(container.service(), 5).stream()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .map(line -> "last line of its log: " + line.strip())
                .orElse("it wrote no log");
    }

    void judgeHealth(List<Observed> containers) {
        var stay = Set.copyOf(model.longRunning());
        var faults = new ArrayList<String>();
        var sick = new ArrayList<String>();
        int checked = 0;
        for (var container : containers) {
            if (!stay.contains(container.service()) || isDone(container)) {
                continue;
            }
            if (container.probe().isEmpty()) {
                faults.add(container.service() + " has none");
            } else {
                checked++;
                sickness(container).ifPresent(sick::add);
            }
        }
        book.judge(Rule.HEALTH_CHECKS, faults, checked + " of " + checked + " services have one");
        if (checked == 0) {
            book.leave(Rule.HEALTH_HEALTHY, "there is no health check");
        } else {
            book.judge(Rule.HEALTH_HEALTHY, sick, checked + " are healthy");
        }
    }

    /** One that ended well and that nobody needs to stay is a one-shot, too. */
    private boolean isDone(Observed container) {
        return container.hasEnded()
                && container.exitCode() == 0
                && !roles.services().contains(container.service());
    }

    /** One that does not run is told by the rule on running. */
    private static Optional<String> sickness(Observed container) {
        if (!container.isRunning()
                || container.restartsAgainAndAgain()
                || container.health().equals("healthy")) {
            return Optional.empty();
        }
        return Optional.of(
                container.service() + " is " + container.health() + ", its last probe said: " + container.lastProbe());
    }

    void judgePages() {
        var page = new Page();
        var faults = new ArrayList<String>();
        var seen = new ArrayList<String>();
        for (var found : roles.found()) {
            if (found.role().hasPage()) {
                judgePage(page, found.role(), found.service(), faults, seen);
            }
        }
        if (faults.isEmpty() && seen.isEmpty()) {
            book.leave(Rule.COMPOSE_PAGES, "no service with a page was found");
        } else {
            book.judge(Rule.COMPOSE_PAGES, faults, String.join(" and ", seen) + " answer");
        }
    }

    private void judgePage(Page page, Role role, String service, List<String> faults, List<String> seen) {
        var ports = sandbox.compose().states().stream()
                .filter(state -> state.service().equals(service))
                .map(ServiceState::ports)
                .flatMap(List::stream)
                .toList();
        if (ports.isEmpty()) {
            faults.add(service + " publishes no port");
            return;
        }
        answer(page, role, ports, time.now().plus(PAGE))
                .ifPresentOrElse(fault -> faults.add("the page of " + service + " " + fault), () -> seen.add(service));
    }

    /** Without a health check a page may need a while more. */
    private Optional<String> answer(Page page, Role role, List<Integer> ports, Instant end) {
        while (true) {
            var faults =
                    ports.stream().map(port -> page.fault(port, role.brand())).toList();
            if (faults.stream().anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            if (!time.now().isBefore(end)) {
                return faults.get(0);
            }
            time.sleep(PAUSE);
        }
    }
}
