package dev.datastack.etl.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.datastack.etl.dataset.Problem;
import dev.datastack.etl.dataset.Reason;
import dev.datastack.etl.dataset.Row;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open input file, past its header, at one of its lines. */
public final class SourceFile implements Closeable {

    private static final int RAW_LENGTH = 4_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final DigestInputStream bytes;
    private final LineReader lines;
    private final Decoder decoder = new Decoder();
    private final Fields fields = new Fields();
    private long number;

    private SourceFile(Path file, DigestInputStream bytes, InputStream text, Runnable alive) {
        this.file = file;
        this.bytes = bytes;
        this.lines = new LineReader(text, alive);
    }

    /**
     * Opens the file and reads its header, which must be the one that is expected.
     *
     * @param alive is called at each read of the file; what it throws ends the reading
     */
    public static SourceFile open(Path file, List<String> header, Runnable alive) throws BadFileException {
        DigestInputStream bytes = FileBytes.open(file);
        try {
            SourceFile source = new SourceFile(file, bytes, FileBytes.text(file, bytes), alive);
            source.readHeader(header);
            return source;
        } catch (BadFileException e) {
            FileBytes.closeAfter(e, bytes);
            throw e;
        }
    }

    /** Moves to the next line that is not empty; false at the end of the file. */
    public boolean next() throws BadFileException {
        while (advance()) {
            if (lines.stop() > lines.start()) {
                return true;
            }
        }
        return false;
    }

    /** The line's number, as an editor counts. */
    public long number() {
        return number;
    }

    /** The line as it stands in the file; what is not UTF-8 is written as \xHH, what is very long is cut. */
    public String raw() {
        return cut(decoder.decode(lines.copy()).text(), RAW_LENGTH);
    }

    /** Gives the line's fields to the row, or says why it has none. They hold until the next line is asked for. */
    public @Nullable Problem split(Row row) {
        if (lines.isCut()) {
            return new Problem(null, Reason.TOO_LONG + "more than " + LineReader.LONGEST + " bytes");
        }
        return fields.cut(lines.buffer(), lines.start(), lines.stop(), row) ? null : splitWithCare(row);
    }

    public BadFileException withoutRows() {
        return BadFileException.noRows(file);
    }

    public Path path() {
        return file;
    }

    /** Of the bytes of the file as it lies on the disk; known once all lines were read. */
    public String sha256() throws BadFileException {
        try {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (IOException e) {
            throw BadFileException.unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void readHeader(List<String> expected) throws BadFileException {
        if (!advance()) {
            throw BadFileException.empty(file);
        }
        String found = decoder.decode(lines.copy()).text();
        String names = found.startsWith(BYTE_ORDER_MARK) ? found.substring(1) : found;
        try {
            if (!fields.split(names).equals(expected)) {
                throw BadFileException.header(file, expected, cut(names, 300));
            }
        } catch (CsvParseException e) {
            throw BadFileException.header(file, expected, cut(names, 300));
        }
    }

    private @Nullable Problem splitWithCare(Row row) {
        Decoder.Decoded decoded = decoder.decode(lines.copy());
        if (!decoded.clean()) {
            return new Problem(null, Reason.ENCODING + "holds bytes that are no UTF-8 text");
        }
        try {
            row.begin(fields.split(decoded.text()));
            return null;
        } catch (CsvParseException e) {
            return new Problem(null, Reason.QUOTE + "a quote is not closed on its line, or something follows it");
        }
    }

    private boolean advance() throws BadFileException {
        try {
            boolean more = lines.advance();
            number += more ? 1 : 0;
            return more;
        } catch (EOFException e) {
            throw BadFileException.truncated(file, number);
        } catch (IOException e) {
            throw BadFileException.corrupt(file, number, String.valueOf(e.getMessage()));
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
