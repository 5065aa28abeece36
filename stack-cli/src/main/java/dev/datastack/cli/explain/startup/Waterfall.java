package dev.datastack.cli.explain.startup;

import dev.datastack.cli.startup.Preparation;
import dev.datastack.cli.startup.ServiceStart;
import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.startup.StartRecord.Outcome;
import dev.datastack.cli.startup.YearWork;
import dev.datastack.cli.terminal.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A start taken apart: a row for what was prepared, for each service and for each kind of load, in that order. */
final class Waterfall {
    /** The note says what no piece can. */
    record Row(String name, List<Piece> pieces, String note) {
        Duration waited() {
            return sum(Phase::isWait);
        }

        /** Without what it waited for. */
        Duration worked() {
            return sum(phase -> !phase.isWait());
        }

        private Duration sum(Predicate<Phase> which) {
            return pieces.stream()
                    .filter(piece -> which.test(piece.phase()))
                    .map(Piece::took)
                    .reduce(Duration.ZERO, Duration::plus);
        }

        Optional<Instant> startedAt() {
            return pieces.stream()
                    .filter(piece -> !piece.phase().isWait())
                    .findFirst()
                    .map(Piece::from);
        }

        /** It may have been at no time. */
        Optional<Instant> readyAt() {
            return pieces.stream()
                    .reduce((earlier, later) -> later)
                    .filter(piece ->
                            piece.phase() != Phase.NOT_READY && !piece.phase().isWait())
                    .map(Piece::to);
        }

        /** The note or, where there is none, how long it took. */
        String end() {
            return note.isEmpty() ? Words.seconds(worked()) : note;
        }
    }

    private final StartRecord start;
    private final Waits waits;

    Waterfall(StartRecord start) {
        this.start = start;
        this.waits = new Waits(start);
    }

    List<Row> rows() {
        return Stream.of(
                        start.preparation().stream().map(this::row),
                        start.services().stream()
                                .map(service -> new Row(service.service(), pieces(service), note(service))),
                        start.year().stream().map(work -> new Row(Waits.name(work), pieces(work), "")))
                .flatMap(rows -> rows)
                .toList();
    }

    private Row row(Preparation done) {
        var phase = switch (done.kind()) {
            case BASES -> Phase.BASES;
            case JARS -> Phase.JARS;
            case IMAGES -> Phase.IMAGES;
        };
        var piece = new Piece(phase, done.from(), done.to());
        return new Row(
                phase.text(),
                piece.within(start.began(), start.ended()).stream().toList(),
                "");
    }

    /** From when Compose took over until it was ready, or for as long as it was watched. */
    List<Piece> pieces(ServiceStart service) {
        if (service.ranBefore() || isUnknown(service)) {
            return List.of();
        }
        var base = start.containersBegan();
        var started = service.started().orElse(start.ended());
        var created = Piece.earlier(service.created().orElse(base), started);
        var met = Piece.later(created, waits.of(service).map(Waits.Link::at).orElse(created));
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece(Phase.CREATE, base, created));
        // Where nobody knows when its needs were met, all of it was waiting.
        var free = service.started().isPresent() && waits.areKnown(service) ? met : started;
        pieces.add(new Piece(Phase.WAIT, created, free));
        pieces.add(new Piece(Phase.START, free, started));
        service.started().ifPresent(from -> pieces.addAll(own(service, from)));
        return pieces.stream()
                .flatMap(piece -> piece.within(base, start.ended()).stream())
                .toList();
    }

    private List<Piece> own(ServiceStart service, Instant started) {
        if (service.ready().isPresent()) {
            var phase = service.kind() == ServiceStart.Kind.ONE_SHOT ? Phase.ONE_SHOT : Phase.HEALTH;
            return List.of(new Piece(phase, started, service.ready().get()));
        }
        if (service.exit().isPresent()) {
            return List.of(
                    new Piece(Phase.NOT_READY, started, service.exit().get().at()));
        }
        return start.outcome() == Outcome.OBSERVED
                ? List.of()
                : List.of(new Piece(Phase.NOT_READY, started, start.ended()));
    }

    List<Piece> pieces(YearWork work) {
        var wait = waits.of(work).map(link -> new Piece(Phase.SCHEDULE, link.at(), work.from()));
        return Stream.concat(wait.stream(), Stream.of(new Piece(Phase.LOAD, work.from(), work.to())))
                .flatMap(piece -> piece.within(start.began(), start.ended()).stream())
                .toList();
    }

    private boolean isUnknown(ServiceStart service) {
        return start.outcome() == Outcome.OBSERVED && service.started().isEmpty();
    }

    private String note(ServiceStart service) {
        if (service.ranBefore()) {
            return "ran before";
        }
        if (isUnknown(service)) {
            return "unknown";
        }
        if (service.exit().isPresent()) {
            return "exited (" + service.exit().get().code() + ")";
        }
        if (service.ready().isEmpty()) {
            return notReady(service);
        }
        if (service.restarts() > 0) {
            return "restarted " + Count.times(service.restarts());
        }
        return service.exact() ? "" : "at most";
    }

    private String notReady(ServiceStart service) {
        if (service.started().isEmpty()) {
            return service.created().isPresent() ? "never started" : "not started";
        }
        return start.outcome() == Outcome.OBSERVED ? "healthy since when is unknown" : "not ready";
    }
}
