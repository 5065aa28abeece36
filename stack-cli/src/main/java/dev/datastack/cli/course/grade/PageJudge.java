package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.grade.Face.Kind;
import dev.datastack.cli.course.grade.Face.Seen;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.host.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges whether Airflow and pgAdmin show themselves on the ports that they publish. */
final class PageJudge {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** What answers well and as something else hardly becomes Airflow. */
    private static final Duration STRANGER = Duration.ofSeconds(15);

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final GradedProject sandbox;
    private final Roles roles;
    private final Scorebook book;
    private final Time time;
    private final WebPage page = new WebPage(ANSWER);

    PageJudge(GradedProject sandbox, Roles roles, Scorebook book, Time time) {
        this.sandbox = sandbox;
        this.roles = roles;
        this.book = book;
        this.time = time;
    }

    void judge() {
        var faults = new ArrayList<String>();
        var strangers = new ArrayList<String>();
        var absent = new ArrayList<>(roles.absent());
        var seen = new ArrayList<String>();
        for (var found : roles.found()) {
            if (found.role().face().isPresent()) {
                var service = found.service();
                var answer = settled(found.role().face().get(), service);
                if (answer.isRight()) {
                    seen.add(service);
                } else {
                    faults.add(service + " " + answer.fault());
                }
                if (answer.kind() == Kind.OTHER) {
                    absent.add(found.role());
                    strangers.add(service + " is not " + found.role().title() + ": it " + answer.fault());
                }
            }
        }
        if (faults.isEmpty() && seen.isEmpty()) {
            book.notJudged(Rule.COMPOSE_PAGES, "no service with a page was found");
        } else {
            book.judge(Rule.COMPOSE_PAGES, faults, String.join(" and ", seen) + " answer as what they are");
        }
        if (!strangers.isEmpty()) {
            strangers.addAll(0, roles.missing());
            book.judge(Rule.COMPOSE_SERVICES, strangers, "");
            book.lacks(absent);
        }
    }

    /** Without a health check a page may need a while more. */
    private Seen settled(Face face, String service) {
        var start = time.now();
        while (true) {
            var seen = look(face, service);
            var limit = seen.kind() == Kind.OTHER ? STRANGER : LONGEST;
            if (seen.isRight() || seen.isFinal() || !time.now().isBefore(start.plus(limit))) {
                return seen;
            }
            time.sleep(PAUSE);
        }
    }

    /** Where it is published is asked each time: a container that came back has another port of the host. */
    Seen look(Face face, String service) {
        var states = sandbox.compose().states().stream()
                .filter(state -> state.service().equals(service))
                .toList();
        var ports =
                states.stream().map(ServiceState::ports).flatMap(List::stream).toList();
        if (ports.isEmpty()) {
            return without(states);
        }
        var seen = ports.stream().map(port -> face.look(page, port)).toList();
        return seen.stream().filter(Seen::isRight).findFirst().orElse(seen.get(0));
    }

    private static Seen without(List<ServiceState> states) {
        if (states.stream().anyMatch(ServiceState::isRunning)) {
            return new Seen(Kind.GONE, "publishes no port");
        }
        var comes = states.stream().anyMatch(state -> state.state() == ContainerState.RESTARTING);
        return new Seen(comes ? Kind.BROKEN : Kind.GONE, "does not run, so it has no page");
    }
}
