package dev.datastack.etl.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold in a declaration, said when the service starts (and in every test) instead of in the first load. */
final class DeclarationCheck {

    private static final Pattern TABLE = Pattern.compile("[a-z_][a-z0-9_]*\\.[a-z_][a-z0-9_]*");
    private static final Pattern COLUMN = Pattern.compile("[a-z_][a-z0-9_]*");

    private final Dataset dataset;

    private DeclarationCheck(Dataset dataset) {
        this.dataset = dataset;
    }

    static Dataset passed(Dataset dataset) {
        DeclarationCheck check = new DeclarationCheck(dataset);
        check.names();
        check.columns();
        check.key();
        check.references();
        return dataset;
    }

    static void passed(List<Dataset> all) {
        Set<String> names = new HashSet<>();
        Set<String> tables = new HashSet<>();
        for (Dataset dataset : all) {
            DeclarationCheck check = new DeclarationCheck(dataset);
            check.require(names.add(dataset.name()), "is declared twice");
            check.require(tables.add(dataset.table()), "fills " + dataset.table() + ", as another dataset does");
        }
        for (Dataset dataset : all) {
            new DeclarationCheck(dataset).knownMembers(all);
        }
    }

    private void knownMembers(List<Dataset> all) {
        for (Reference reference : dataset.references()) {
            require(
                    !reference.rejects() || all.stream().anyMatch(other -> isFilledBy(other, reference)),
                    "says .knownMemberOf(\"" + reference.column().name() + "\", …) of " + reference.table()
                            + ", where no other dataset of one file has the key \"" + reference.key()
                            + "\": so no member would ever be known, say .memberOf(…)");
        }
    }

    private boolean isFilledBy(Dataset other, Reference reference) {
        return other.cadence() == Cadence.WHOLE
                && !other.name().equals(dataset.name())
                && other.table().equals(reference.table())
                && other.key().get(0).name().equals(reference.key());
    }

    private void names() {
        require(!dataset.file().isBlank(), "names no file: say .file(\"….csv\") or .file(\"…-{period}.csv.gz\")");
        boolean monthly = dataset.cadence() == Cadence.MONTHLY;
        require(
                monthly == dataset.file().contains("{period}"),
                monthly
                        ? "comes by the month, but its file name has no {period}: " + dataset.file()
                        : "is one file, but its name has a {period}: " + dataset.file());
        require(
                TABLE.matcher(dataset.table()).matches(),
                "names no table: say .into(\"core.…\"), found \"" + dataset.table() + "\"");
        require(
                monthly == dataset.day().isPresent(),
                monthly
                        ? "comes by the month, but nothing says of which day a row is: say .partitionedBy(…)"
                        : "is one file, which is not partitioned: leave out .partitionedBy(…)");
    }

    private void columns() {
        require(dataset.inFile() > 0, "has no column: say .required(…) or .optional(…) for each one of the file");
        Set<String> names = new HashSet<>();
        for (Column column : dataset.columns()) {
            require(
                    COLUMN.matcher(column.name()).matches(),
                    "has a column \"" + column.name() + "\": a name is of a-z, 0-9 and _");
            require(names.add(column.name()), "has the column \"" + column.name() + "\" twice");
        }
        dataset.day()
                .ifPresent(day -> require(
                        day.position() == dataset.inFile(),
                        "has columns after .partitionedBy(…): those of the file come first"));
    }

    private void key() {
        require(
                !dataset.key().isEmpty(),
                "has no key: say .unique(…) with the columns that tell one row from all others");
        for (Column column : dataset.key()) {
            require(
                    column.required(),
                    "has \"" + column.name() + "\" in its key, which may be missing: make it required");
        }
        if (dataset.cadence() == Cadence.WHOLE) {
            Column key = dataset.key().get(0);
            require(
                    dataset.key().size() == 1 && key.type() instanceof Text,
                    "is a reference, which others name by one column of text: .unique(…) must be that one");
        }
        dataset.day()
                .ifPresent(day -> require(
                        dataset.key().contains(day),
                        "has a key without \"" + day.name()
                                + "\", by which the table is partitioned: add it to .unique(…)"));
    }

    private void references() {
        for (Reference reference : dataset.references()) {
            String column = reference.column().name();
            require(
                    reference.column().type() instanceof Text,
                    "refers by \"" + column + "\", which is no text, as the keys of reference tables are");
            require(
                    TABLE.matcher(reference.table()).matches(),
                    "refers by \"" + column + "\" to \"" + reference.table() + "\": name it as core.…");
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("Dataset \"" + dataset.name() + "\" " + otherwise);
        }
    }
}
