package dev.datastack.etl.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.datastack.etl.dataset.Cells;
import dev.datastack.etl.dataset.Reason;
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

/** An open input file, past its header. */
public final class SourceFile implements Closeable {

    static final int RAW_LENGTH = 4_000;
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

    /** The next line that is not empty, or nothing at the end of the file. A line holds until the next one is asked for. */
    public @Nullable Line next() throws BadFileException {
        while (advance()) {
            if (lines.stop() > lines.start()) {
                return toLine();
            }
        }
        return null;
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
            if (!fields.split(names).texts().equals(expected)) {
                throw BadFileException.header(file, expected, cut(names, 300));
            }
        } catch (CsvParseException e) {
            throw BadFileException.header(file, expected, cut(names, 300));
        }
    }

    private Line toLine() {
        Cells plain = lines.isCut() ? null : fields.plain(lines.buffer(), lines.start(), lines.stop());
        return plain == null ? toLineWithCare(lines.copy()) : new Line.Good(number, null, plain);
    }

    private Line toLineWithCare(byte[] line) {
        Decoder.Decoded decoded = decoder.decode(line);
        String raw = cut(decoded.text(), RAW_LENGTH);
        if (lines.isCut()) {
            return new Line.Damaged(number, raw, Reason.TOO_LONG + "more than " + LineReader.LONGEST + " bytes");
        }
        if (!decoded.clean()) {
            return new Line.Damaged(number, raw, Reason.ENCODING + "holds bytes that are no UTF-8 text");
        }
        try {
            return new Line.Good(number, raw, fields.split(decoded.text()));
        } catch (CsvParseException e) {
            return new Line.Damaged(
                    number, raw, Reason.QUOTE + "a quote is not closed on its line, or something follows it");
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

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
