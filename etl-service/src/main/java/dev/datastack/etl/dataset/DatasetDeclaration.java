package dev.datastack.etl.dataset;

import dev.datastack.etl.dataset.Reference.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words in which a dataset is declared. */
final class DatasetDeclaration {

    private final String name;
    private final Cadence cadence;
    private String file = "";
    private String missing = "NA";
    private String table = "";
    private final List<Column> columns = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private List<Column> key = List.of();
    private Optional<Column> day = Optional.empty();

    DatasetDeclaration(String name, Cadence cadence) {
        this.name = name;
        this.cadence = cadence;
    }

    DatasetDeclaration file(String pattern) {
        file = pattern;
        return this;
    }

    /** What the file writes for a value that is not known, where it is not NA. */
    DatasetDeclaration missing(String word) {
        missing = word;
        return this;
    }

    DatasetDeclaration into(String tableName) {
        table = tableName;
        return this;
    }

    /** A column that every row must fill. */
    DatasetDeclaration required(String column, Type type) {
        columns.add(new Column(column, type, true, columns.size()));
        return this;
    }

    /** A column where the file may say that the value is not known. */
    DatasetDeclaration optional(String column, Type type) {
        columns.add(new Column(column, type, false, columns.size()));
        return this;
    }

    /** After the file's columns: the day, made of three of them, by whose month the table is partitioned. */
    DatasetDeclaration partitionedBy(String dayColumn, String year, String month, String dayOfMonth) {
        Columns declared = declaredSoFar();
        Column made = new Column(dayColumn, Type.day(), true, columns.size());
        rules.add(new DayOfPeriod(made, declared.named(year), declared.named(month), declared.named(dayOfMonth)));
        columns.add(made);
        day = Optional.of(made);
        return this;
    }

    DatasetDeclaration rule(DeclaredRule rule) {
        rules.add(rule.on(declaredSoFar()));
        return this;
    }

    DatasetDeclaration unique(String... names) {
        Columns declared = declaredSoFar();
        key = List.of(names).stream().map(declared::named).toList();
        return this;
    }

    /** The column names a member of a reference table; one that is unknown there is added as inferred. */
    DatasetDeclaration memberOf(String column, String referenceTable, String keyColumn) {
        return refers(column, referenceTable, keyColumn, Unknown.INFER);
    }

    /** The column names a member that a reference file knows; a row that names another one is rejected. */
    DatasetDeclaration knownMemberOf(String column, String referenceTable, String keyColumn) {
        return refers(column, referenceTable, keyColumn, Unknown.REJECT);
    }

    private DatasetDeclaration refers(String column, String referenceTable, String keyColumn, Unknown unknown) {
        references.add(new Reference(declaredSoFar().named(column), referenceTable, keyColumn, unknown));
        return this;
    }

    private Columns declaredSoFar() {
        return new Columns(name, columns);
    }

    Dataset declared() {
        int inFile = columns.size() - (day.isPresent() ? 1 : 0);
        return DeclarationCheck.passed(new Dataset(
                name,
                cadence,
                file,
                missing,
                table,
                List.copyOf(columns),
                inFile,
                List.copyOf(rules),
                key,
                day,
                List.copyOf(references)));
    }
}
