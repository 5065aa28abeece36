package dev.datastack.etl.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.util.ArrayList;
import java.util.List;

/** One line to its fields. Lines with quotes are rare and left to FastCSV; the others are cut at the commas. */
final class Fields {

    private final CsvReaderBuilder quoted = CsvReader.builder().allowUnclosedQuote(false);
    private int columns = 16;

    List<String> split(String line) throws CsvParseException {
        if (line.indexOf('"') >= 0) {
            return quotedFields(line);
        }
        List<String> fields = new ArrayList<>(columns);
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            fields.add(line.substring(from, comma));
            from = comma + 1;
        }
        fields.add(line.substring(from));
        columns = fields.size();
        return fields;
    }

    // To FastCSV a carriage return ends the record: what follows it would be dropped without a word.
    private List<String> quotedFields(String line) throws CsvParseException {
        if (line.indexOf('\r') >= 0) {
            throw new CsvParseException("A carriage return in the middle of a line");
        }
        return quoted.ofSingleCsvRecord(line).getFields();
    }
}
