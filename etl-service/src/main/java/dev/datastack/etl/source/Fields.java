package dev.datastack.etl.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import dev.datastack.etl.dataset.Row;
import java.util.List;

/** One line to its fields. Lines with quotes are rare and left to FastCSV; the others are cut at the commas. */
final class Fields {

    private final CsvReaderBuilder quoted = CsvReader.builder().allowUnclosedQuote(false);

    /**
     * Cuts a line of ASCII without a quote or a NUL, which nearly every line is; false for any other. The fields stay in
     * the line, and hold until it changes.
     */
    boolean cut(byte[] bytes, int from, int to, Row row) {
        row.begin(bytes, from);
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            // One comparison for most: digits and letters are above the comma, what needs care is below.
            if (b <= ',') {
                if (b == ',') {
                    row.fieldEnds(i);
                } else if (b <= 0 || b == '"') {
                    return false;
                }
            }
        }
        row.fieldEnds(to);
        return true;
    }

    List<String> split(String line) throws CsvParseException {
        return line.indexOf('"') < 0 ? List.of(line.split(",", -1)) : quotedFields(line);
    }

    // To FastCSV a carriage return ends the record: what follows it would be dropped without a word.
    private List<String> quotedFields(String line) throws CsvParseException {
        if (line.indexOf('\r') >= 0) {
            throw new CsvParseException("A carriage return in the middle of a line");
        }
        return quoted.ofSingleCsvRecord(line).getFields();
    }
}
