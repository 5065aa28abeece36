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
    private int[] ends = new int[32];

    /** Cuts a line of ASCII without a quote or a NUL, which nearly every line is; null for any other. */
    @Nullable
    Cells plain(byte[] line) {
        int fields = 0;
        for (int i = 0; i < line.length; i++) {
            byte b = line[i];
            if (b == ',') {
                fields = end(fields, i);
            } else if (b <= 0 || b == '"') {
                return null;
            }
        }
        fields = end(fields, line.length);
        return new Cells(line, Arrays.copyOf(ends, fields));
    }

    Cells split(String line) throws CsvParseException {
        return Cells.of(line.indexOf('"') < 0 ? List.of(line.split(",", -1)) : quotedFields(line));
    }

    private int end(int field, int at) {
        if (field == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[field] = at;
        return field + 1;
    }

    // To FastCSV a carriage return ends the record: what follows it would be dropped without a word.
    private List<String> quotedFields(String line) throws CsvParseException {
        if (line.indexOf('\r') >= 0) {
            throw new CsvParseException("A carriage return in the middle of a line");
        }
        return quoted.ofSingleCsvRecord(line).getFields();
    }
}
