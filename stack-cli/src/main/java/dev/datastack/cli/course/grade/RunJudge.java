package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.ContainerHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Judges what runs: whether it stays, is healthy, and as which user. */
final class RunJudge {
    private final GradedProject sandbox;
    private final ProjectModel model;
    private final Roles roles;
    private final Scorebook book;

    RunJudge(GradedProject sandbox, ProjectModel model, Roles roles, Scorebook book) {
        this.sandbox = sandbox;
        this.model = model;
        this.roles = roles;
        this.book = book;
    }

    void judgeRuns(List<Observed> containers, List<String> refusals) {
        var faults = new ArrayList<>(refusals);
        for (var container : containers) {
            fault(container).ifPresent(faults::add);
        }
        if (containers.isEmpty() && faults.isEmpty()) {
            faults.add("there is no container");
        }
        if (!faults.isEmpty()) {
            // The reason of many of them.
            faults.set(0, faults.get(0) + Unset.in(sandbox.files()));
        }
        book.judge(Rule.COMPOSE_RUNS, faults, containers.size() + " containers started and stayed, or were done");
    }

    private Optional<String> fault(Observed container) {
        var service = container.service();
        if (!container.wasStarted()) {
            return Optional.of(service + " was not started, because of what it waits for");
        }
        if (container.outOfMemory()) {
            return Optional.of(service + " was killed because it was out of memory");
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
        var stay = new TreeSet<>(model.longRunning());
        var asked = containers.stream()
                .filter(container -> stay.contains(container.service()) && !isDone(container))
                .toList();
        var without = asked.stream()
                .filter(container -> container.probe().isEmpty())
                .map(container -> container.service() + " has none")
                .toList();
        var with =
                asked.stream().filter(container -> !container.probe().isEmpty()).toList();
        var faults = new ArrayList<>(without);
        stay.stream()
                .filter(service ->
                        containers.stream().noneMatch(one -> one.service().equals(service)))
                .forEach(service -> faults.add(service + " has no container to look at"));
        if (asked.isEmpty() && faults.isEmpty()) {
            faults.add("no service stays that could have one");
        }
        book.judge(Rule.HEALTH_CHECKS, faults, with.size() + " of " + asked.size() + " services have one");
        if (with.isEmpty()) {
            book.notJudged(Rule.HEALTH_HEALTHY, "there is no health check");
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
            book.notJudged(Rule.HEALTH_HEALTHY, "not asked, because it does not run: " + String.join(", ", away));
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
        if (container.health() == ContainerHealth.HEALTHY) {
            return Optional.empty();
        }
        return Optional.of(container.service() + " is " + container.health().word() + ", its last probe said: "
                + container.lastProbe());
    }

    /** Root in a container is root for every file that it is given. One-shots may have to be root: they set up for others. */
    void judgeUsers(List<Observed> containers) {
        var asked = containers.stream()
                .filter(container -> isOwn(container.service()) && !isDone(container))
                .toList();
        var root = asked.stream()
                .filter(Observed::isRoot)
                .map(container -> container.service() + " runs as root")
                .distinct()
                .toList();
        if (asked.isEmpty()) {
            book.notJudged(Rule.IMAGES_USER, "no service of Airflow, pgAdmin or the project's own has a container");
        } else {
            book.judge(Rule.IMAGES_USER, root, asked.size() + " containers have another user");
        }
    }

    /** PostgreSQL's own image begins as root and steps down by itself, which its settings do not show. */
    private boolean isOwn(String service) {
        return !roles.service(Role.POSTGRES).equals(Optional.of(service))
                && model.longRunning().contains(service)
                && (roles.services().contains(service) || model.isBuilt(service));
    }
}
