package dev.datastack.etl.dataset;

import java.util.List;
import java.util.Optional;

/**
 * One kind of file and the table that it fills.
 *
 * @param file the file's name, "{period}" stands for the period
 * @param missing what the file writes for a value that is not known
 * @param columns all columns of the table, those of the file first and in its order
 * @param inFile how many of them the file has
 * @param key what makes a row the only one of its kind
 * @param day the column by whose month the table is partitioned, if it is
 */
public record Dataset(
        String name,
        Cadence cadence,
        String file,
        String missing,
        String table,
        List<Column> columns,
        int inFile,
        List<Rule> rules,
        List<Column> key,
        Optional<Column> day,
        List<Reference> references) {

    static DatasetDeclaration monthly(String name) {
        return new DatasetDeclaration(name, Cadence.MONTHLY);
    }

    static DatasetDeclaration whole(String name) {
        return new DatasetDeclaration(name, Cadence.WHOLE);
    }

    public Period period(String text) {
        return Period.of(cadence, text);
    }

    public String fileOf(Period period) {
        return file.replace("{period}", period.text());
    }

    public List<String> header() {
        return columns.stream().limit(inFile).map(Column::name).toList();
    }
}
