package dev.datastack.cli.explain.startup;

import dev.datastack.cli.explain.startup.Waits.Link;
import dev.datastack.cli.startup.ServiceStart;
import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.startup.YearWork;
import dev.datastack.cli.terminal.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The chain of waits that made a start as long as it was, found from its end: what was ready last, what that had waited for
 * last, and so on. Its steps have no gap, so together they are the whole time.
 */
final class CriticalPath {
    /** One part of the chain: the time from when the step before let it go on. */
    record Step(String name, List<Piece> pieces) {
        Duration took() {
            return pieces.stream().map(Piece::took).reduce(Duration.ZERO, Duration::plus);
        }
    }

    private static final Duration WORTH_SAYING = Duration.ofMillis(500);

    private final StartRecord start;
    private final Waits waits;
    private final Waterfall waterfall;
    private final Deque<Step> steps = new ArrayDeque<>();
    private Instant cursor;

    private CriticalPath(StartRecord start) {
        this.start = start;
        this.waits = new Waits(start);
        this.waterfall = new Waterfall(start);
        this.cursor = start.ended();
    }

    static List<Step> of(StartRecord start) {
        return new CriticalPath(start).steps();
    }

    /** {@code postgres 8.0 s}, {@code airflow-init 6.1 s}: what is worth saying of it. */
    static List<String> words(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.took().compareTo(WORTH_SAYING) >= 0)
                .map(step -> Printable.of(step.name()) + " " + Words.seconds(step.took()))
                .toList();
    }

    private List<Step> steps() {
        var link = last();
        for (int i = 0;
                link.isPresent() && i <= start.services().size() + start.year().size();
                i++) {
            link = stepBack(link.get());
        }
        if (start.composeBegan().isPresent()) {
            until("docker compose up", start.composeBegan().get(), Phase.CREATE);
        }
        preparation();
        until("checks", start.began(), Phase.OTHER);
        return List.copyOf(steps);
    }

    /** What was ready last or, in a start that failed, what was not. */
    private Optional<Link> last() {
        var failed = start.outcome() == StartRecord.Outcome.FAILED
                ? start.services().stream().flatMap(CriticalPath::failure).min(Comparator.comparing(Link::at))
                : Optional.<Link>empty();
        return failed.or(() -> start.outcome() == StartRecord.Outcome.FAILED ? unready() : Optional.empty())
                .or(() -> Stream.concat(
                                start.services().stream().flatMap(CriticalPath::readiness),
                                start.year().stream().map(work -> new Link(Waits.name(work), work.to())))
                        .max(Comparator.comparing(Link::at)));
    }

    private static Stream<Link> failure(ServiceStart service) {
        return service.exit().stream().map(exit -> new Link(service.service(), exit.at()));
    }

    private Optional<Link> unready() {
        return start.services().stream()
                .filter(service -> !service.ranBefore()
                        && service.started().isPresent()
                        && service.ready().isEmpty())
                .map(service -> new Link(service.service(), start.ended()))
                .findFirst();
    }

    private static Stream<Link> readiness(ServiceStart service) {
        return service.ranBefore()
                ? Stream.empty()
                : service.ready().or(service::started).stream().map(at -> new Link(service.service(), at));
    }

    /** Takes one step, and answers with what it waited for. */
    private Optional<Link> stepBack(Link link) {
        until("until it was seen", link.at(), Phase.OTHER);
        var work = start.year().stream()
                .filter(some -> Waits.name(some).equals(link.name()))
                .findFirst();
        if (work.isPresent()) {
            return stepBack(work.get());
        }
        return start.service(link.name()).flatMap(this::stepBack);
    }

    private Optional<Link> stepBack(YearWork work) {
        var before = waits.of(work);
        take(Waits.name(work), waterfall.pieces(work), before.map(Link::at).orElse(work.from()));
        return before;
    }

    private Optional<Link> stepBack(ServiceStart service) {
        var before = waits.of(service);
        take(service.service(), waterfall.pieces(service), before.map(Link::at).orElse(start.containersBegan()));
        return before;
    }

    private void take(String name, List<Piece> pieces, Instant from) {
        var taken = pieces.stream()
                .flatMap(piece -> piece.within(Piece.later(from, start.began()), cursor).stream())
                .toList();
        if (!taken.isEmpty()) {
            steps.push(new Step(name, taken));
            cursor = taken.get(0).from();
        }
    }

    private void preparation() {
        var rows = new ArrayList<>(
                new Waterfall(start).rows().subList(0, start.preparation().size()));
        Collections.reverse(rows);
        for (var row : rows) {
            row.pieces().forEach(piece -> until("checks", piece.to(), Phase.OTHER));
            take(row.name(), row.pieces(), start.began());
        }
    }

    /** Closes a gap. */
    private void until(String name, Instant from, Phase phase) {
        new Piece(phase, from, cursor).within(start.began(), cursor).ifPresent(piece -> {
            steps.push(new Step(name, List.of(piece)));
            cursor = piece.from();
        });
    }
}
