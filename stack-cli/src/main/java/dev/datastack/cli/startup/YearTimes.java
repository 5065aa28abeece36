package dev.datastack.cli.startup;

import dev.datastack.cli.database.Psql;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.startup.YearWork.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the ledger and Airflow when the year was loaded. */
final class YearTimes {
    private final Psql warehouse;
    private final Psql airflow;

    YearTimes(Compose compose) {
        this.warehouse = new Psql(compose, "warehouse");
        this.airflow = new Psql(compose, "airflow");
    }

    /** What began in this time; empty when the ledger does not answer. */
    Optional<List<YearWork>> between(Instant began, Instant ended) {
        var loads = rows(warehouse, "loads.sql");
        if (loads.isEmpty()) {
            return Optional.empty();
        }
        var first = loads.get().stream()
                .filter(row -> row.isIn(began, ended))
                .map(row -> row.until(ended))
                .toList();
        var marts = rows(airflow, "marts.sql").orElse(List.of()).stream()
                .filter(row -> row.isIn(began, ended))
                .map(row -> row.until(ended))
                .toList();
        return Optional.of(
                works(Stream.concat(first.stream(), ofTheYear(marts, first)).toList()));
    }

    /** Up to the first run that had seen every load; those after it are of later loads. */
    private static Stream<Row> ofTheYear(List<Row> marts, List<Row> loads) {
        var last = loads.stream()
                .filter(row -> row.kind() != Kind.REFERENCE)
                .map(Row::to)
                .max(Comparator.naturalOrder());
        var enough = last.flatMap(end -> marts.stream()
                .map(Row::from)
                .filter(from -> !from.isBefore(end))
                .min(Comparator.naturalOrder()));
        return last.isEmpty()
                ? Stream.empty()
                : marts.stream().filter(row -> enough.isEmpty() || !row.from().isAfter(enough.get()));
    }

    private static List<YearWork> works(List<Row> rows) {
        var works = new EnumMap<Kind, YearWork>(Kind.class);
        rows.forEach(row -> works.merge(row.kind(), row.work(), YearTimes::together));
        return List.copyOf(works.values());
    }

    private record Row(Kind kind, Instant from, Instant to) {
        boolean isIn(Instant began, Instant ended) {
            return !from.isBefore(began) && from.isBefore(ended);
        }

        Row until(Instant ended) {
            return to.isAfter(ended) ? new Row(kind, from, ended) : this;
        }

        YearWork work() {
            return new YearWork(kind, from, to, 1);
        }
    }

    private static YearWork together(YearWork one, YearWork other) {
        return new YearWork(
                one.kind(),
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.to().isAfter(other.to()) ? one.to() : other.to(),
                one.pieces() + other.pieces());
    }

    private static Optional<List<Row>> rows(Psql database, String query) {
        var finished = database.query(YearTimes.class, query);
        return finished.well()
                ? Optional.of(JsonMapper.shared()
                        .readTree(finished.outText())
                        .valueStream()
                        .map(YearTimes::row)
                        .toList())
                : Optional.empty();
    }

    private static Row row(JsonNode node) {
        return new Row(
                Kind.valueOf(node.path("kind").asString("").toUpperCase(Locale.ROOT)),
                time(node.path("from")),
                time(node.path("to")));
    }

    private static Instant time(JsonNode node) {
        return OffsetDateTime.parse(node.asString("")).toInstant();
    }
}
