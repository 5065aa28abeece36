package dev.datastack.cli.explain.startup;

import dev.datastack.cli.startup.ServiceStart;
import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.startup.YearWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What each part of a start waited for last. */
final class Waits {
    /** A part of the start, and when it let another go on. */
    record Link(String name, Instant at) {}

    /** The first load is requested by a task, which needs all of these; the Compose file does not say so. */
    private static final List<String> TASKS_NEED =
            List.of("etl-service", "airflow-webserver", "airflow-scheduler", "airflow-dag-processor");

    private final StartRecord start;

    Waits(StartRecord start) {
        this.start = start;
    }

    /** Empty where it waited for nothing in this start. */
    Optional<Link> of(ServiceStart service) {
        return of(service, start.services().size());
    }

    /** A need that was met before is looked through: it may itself stand behind something. No file is trusted to end. */
    private Optional<Link> of(ServiceStart service, int depth) {
        return service.needs().entrySet().stream()
                .flatMap(need -> start.service(need.getKey()).stream().flatMap(needed -> {
                    var met = needed.met(need.getValue()).filter(at -> !needed.ranBefore());
                    return met
                            .map(at -> new Link(needed.service(), at))
                            .or(() -> depth > 0 ? of(needed, depth - 1) : Optional.empty())
                            .stream();
                }))
                .max(Comparator.comparing(Link::at));
    }

    /** Whether all that it needs came into this start at a known time, or ran before. */
    boolean areKnown(ServiceStart service) {
        return service.needs().entrySet().stream()
                .allMatch(need -> start.service(need.getKey())
                        .filter(needed -> !needed.ranBefore()
                                && needed.met(need.getValue()).isEmpty())
                        .isEmpty());
    }

    /** Loads wait for those before them, the first ones for what runs Airflow's tasks. */
    Optional<Link> of(YearWork work) {
        var works = switch (work.kind()) {
            case MARTS -> works(YearWork.Kind.FLIGHTS, YearWork.Kind.WEATHER);
            case FLIGHTS, WEATHER -> works(YearWork.Kind.REFERENCE);
            case REFERENCE -> Stream.<Link>empty();
        };
        return works.filter(link -> link.at().isBefore(work.to()))
                .max(Comparator.comparing(Link::at))
                .or(() -> services(work.from()));
    }

    private Stream<Link> works(YearWork.Kind... kinds) {
        return start.year().stream()
                .filter(work -> List.of(kinds).contains(work.kind()))
                .map(work -> new Link(name(work), work.to()));
    }

    /** The last of them that was ready by then, or at least ran. */
    private Optional<Link> services(Instant by) {
        return TASKS_NEED.stream()
                .flatMap(name -> start.service(name).stream())
                .filter(service -> !service.ranBefore())
                .flatMap(service -> Stream.concat(service.ready().stream(), service.started().stream())
                        .filter(at -> !at.isAfter(by))
                        .limit(1)
                        .map(at -> new Link(service.service(), at)))
                .max(Comparator.comparing(Link::at));
    }

    static String name(YearWork work) {
        return "year: " + work.kind().name().toLowerCase(Locale.ROOT);
    }
}
