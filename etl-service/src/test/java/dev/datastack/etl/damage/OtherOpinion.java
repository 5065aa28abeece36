package dev.datastack.etl.damage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A line as the JDK's decoder and Apache Commons CSV read it: its fields, or nothing when it is no row. */
public final class OtherOpinion {

    private static final int LONGEST = 64 * 1024;

    private OtherOpinion() {}

    static Optional<List<String>> fields(byte[] line) {
        if (line.length > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            // A lone carriage return ends a record for Commons, and here it is in the middle of a line.
            boolean oneLine = text.indexOf('\0') < 0 && text.indexOf('\r') < 0;
            return oneLine ? parsed(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The lines after the header that are not empty, by number. */
    public static List<Numbered> lines(byte[] file) {
        String[] lines = Bytes.of(file).text().split("\n", -1);
        return IntStream.range(1, lines.length)
                .mapToObj(i -> new Numbered(
                        i + 1, lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i]))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    /** The text of a line, one character a byte. */
    public record Numbered(long number, String text) {
        public Optional<List<String>> fields() {
            return OtherOpinion.fields(new Bytes(text).toArray());
        }
    }

    // Commons CSV skips white space behind a closing quote without a word. It is data behind a quote, which is no CSV.
    // When told to keep such data, Commons reads other fields.
    private static Optional<List<String>> parsed(String line) {
        Optional<List<String>> fields = parsed(line, CSVFormat.RFC4180);
        CSVFormat keeping = CSVFormat.RFC4180.builder().setTrailingData(true).get();
        return fields.equals(parsed(line, keeping)) ? fields : Optional.empty();
    }

    private static Optional<List<String>> parsed(String line, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
