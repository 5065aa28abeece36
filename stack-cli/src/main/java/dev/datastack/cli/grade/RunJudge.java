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
        if (container.stays()) {
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
        var asked = containers.stream()
                .filter(container -> stay.contains(container.service()) && !isDone(container))
                .toList();
        var without = asked.stream()
                .filter(container -> container.probe().isEmpty())
                .map(container -> container.service() + " has none")
                .toList();
        var with =
                asked.stream().filter(container -> !container.probe().isEmpty()).toList();
        book.judge(Rule.HEALTH_CHECKS, without, with.size() + " of " + with.size() + " services have one");
        if (with.isEmpty()) {
            book.leave(Rule.HEALTH_HEALTHY, "there is no health check");
        } else {
            judgeWords(with);
        }
    }

    /** Of one that does not run the engine keeps an old word, or has none. */
    private void judgeWords(List<Observed> checked) {
        var sick = checked.stream()
                .filter(Observed::stays)
                .flatMap(container -> sickness(container).stream())
                .toList();
        var away = checked.stream()
                .filter(container -> !container.stays())
                .map(Observed::service)
                .toList();
        if (sick.isEmpty() && !away.isEmpty()) {
            book.leave(Rule.HEALTH_HEALTHY, "not asked, because it does not run: " + String.join(", ", away));
        } else {
            book.judge(Rule.HEALTH_HEALTHY, sick, checked.size() + " are healthy");
        }
    }

    /** One that ended well and that nobody needs to stay is a one-shot, too. */
    private boolean isDone(Observed container) {
        return container.hasEnded()
                && container.exitCode() == 0
                && !roles.services().contains(container.service());
    }

    private static Optional<String> sickness(Observed container) {
        if (container.health().equals("healthy")) {
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
        var states = sandbox.compose().states().stream()
                .filter(state -> state.service().equals(service))
                .toList();
        var ports =
                states.stream().map(ServiceState::ports).flatMap(List::stream).toList();
        if (ports.isEmpty()) {
            var runs = states.stream().anyMatch(ServiceState::isRunning);
            faults.add(service + (runs ? " publishes no port" : " does not run, so it has no page"));
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
