package dev.datastack.etl.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import dev.datastack.etl.dataset.Cells;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line to its fields. Lines with quotes are rare and left to FastCSV; the others are cut at the commas. */
final class Fields {

    private final CsvReaderBuilder quoted = CsvReader.builder().allowUnclosedQuote(false);
    private int[] bounds = new int[32];

    /**
     * Cuts a line of ASCII without a quote or a NUL, which nearly every line is; null for any other. The fields stay in
     * the line, and hold until it changes or the next one is cut.
     */
    @Nullable
    Cells plain(byte[] bytes, int from, int to) {
        int fields = 0;
        bounds[0] = from - 1;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            // One comparison for most: digits and letters are above the comma, what needs care is below.
            if (b <= ',') {
                if (b == ',') {
                    bound(++fields, i);
                } else if (b <= 0 || b == '"') {
                    return null;
                }
            }
        }
        bound(++fields, to);
        return new Cells(bytes, bounds, fields);
    }

    Cells split(String line) throws CsvParseException {
        return Cells.of(line.indexOf('"') < 0 ? List.of(line.split(",", -1)) : quotedFields(line));
    }

    private void bound(int field, int at) {
        if (field == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * field);
        }
        bounds[field] = at;
    }

    // To FastCSV a carriage return ends the record: what follows it would be dropped without a word.
    private List<String> quotedFields(String line) throws CsvParseException {
        if (line.indexOf('\r') >= 0) {
            throw new CsvParseException("A carriage return in the middle of a line");
        }
        return quoted.ofSingleCsvRecord(line).getFields();
    }
}
