package dev.datastack.cli.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is in a database, as docker/postgres/content.sql tells it. */
public record Content(List<Item> items) {
    private static final Pattern LINE =
            Pattern.compile("(table|matview|sequence|definition)\\|(.+)\\|(-?\\d+)\\|(-?\\d+|[tf])");
    private static final int SHOWN = 5;

    /** Rows and the sum of their hashes; of a sequence its position, and whether that was given out already. */
    public record Item(String kind, String name, long rows, String checksum) {
        String key() {
            return kind + " " + name;
        }

        /**
         * How this is called since then, in a backup of an older version: that one counted the rows of materialized views,
         * and the functions of extensions.
         */
        String laterKey() {
            return key().equals("definition routines") ? "definition own routines" : "matview " + name;
        }

        /** A sequence is outside of snapshots: while others write, a dump may have it further on than its first look. */
        boolean isKeptBy(Item other) {
            return kind.equals("sequence") ? !other.isBehind(this) : equals(other);
        }

        private boolean isBehind(Item first) {
            return rows < first.rows || (rows == first.rows && checksum.equals("f") && first.checksum.equals("t"));
        }

        private String text() {
            return "%,d rows, checksum %s".formatted(rows, checksum);
        }
    }

    public Content {
        items = List.copyOf(items);
    }

    /** Other lines, such as warnings, are passed over. */
    static Content parse(List<String> lines) {
        return new Content(lines.stream()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .map(line -> new Item(line.group(1), line.group(2), Long.parseLong(line.group(3)), line.group(4)))
                .toList());
    }

    public long tables() {
        return items.stream().filter(item -> item.kind().equals("table")).count();
    }

    /** Of all tables, or of those whose names begin with one of these. */
    public long rows(String... prefixes) {
        return items.stream()
                .filter(item -> item.kind().equals("table"))
                .filter(item ->
                        prefixes.length == 0 || List.of(prefixes).stream().anyMatch(item.name()::startsWith))
                .mapToLong(Item::rows)
                .sum();
    }

    public String text() {
        return "%,d rows in %d tables".formatted(rows(), tables());
    }

    /** What a copy has lost, gained or changed, the first few; empty where it is equal. */
    public List<String> differences(Content copy) {
        var others = byKey(copy);
        var found = new ArrayList<String>();
        for (var item : items) {
            var other = others.remove(item.key());
            if (other == null) {
                if (others.remove(item.laterKey()) == null) {
                    found.add(item.key() + " is missing");
                }
            } else if (!item.isKeptBy(other)) {
                found.add(item.key() + " has " + other.text() + " instead of " + item.text());
            }
        }
        others.keySet().forEach(key -> found.add(key + " is not in the backup"));
        return List.copyOf(found.subList(0, Math.min(SHOWN, found.size())));
    }

    private static Map<String, Item> byKey(Content content) {
        var map = new LinkedHashMap<String, Item>();
        content.items().forEach(item -> map.put(item.key(), item));
        return map;
    }
}
