package dev.datastack.etl.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows into one table. Closed before {@link #finish}, it leaves the table as it was. */
public final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int BUFFER = 64 * 1024;
    private static final short END = -1;
    private static final long DAYS_TO_2000 = 10_957;
    private static final long SECONDS_TO_2000 = DAYS_TO_2000 * 86_400;

    private final CopyIn copy;
    private final int columns;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private BinaryCopy(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
        buffer.put(SIGNATURE).put(new byte[FLAGS_AND_EXTENSION]);
    }

    public static BinaryCopy into(Connection connection, String table, List<String> columns) throws SQLException {
        return open(connection, table, columns, "FORMAT binary");
    }

    /** Rows that need no later visit by VACUUM. The table must have been created in this transaction. */
    public static BinaryCopy frozenInto(Connection connection, String table, List<String> columns) throws SQLException {
        return open(connection, table, columns, "FORMAT binary, FREEZE");
    }

    private static BinaryCopy open(Connection connection, String table, List<String> columns, String options)
            throws SQLException {
        String names = columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY %s (%s) FROM STDIN (%s)".formatted(table, names, options));
        return new BinaryCopy(copy, columns.size());
    }

    /** Begins a row; its columns follow in order, each by one call. */
    public void row() throws SQLException {
        if (buffer.position() > BUFFER / 2) {
            flush();
        }
        room(Short.BYTES).putShort((short) columns);
    }

    public void missing() {
        room(Integer.BYTES).putInt(-1);
    }

    public void smallint(long value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
    }

    public void integer(long value) {
        room(Integer.BYTES * 2).putInt(Integer.BYTES).putInt((int) value);
    }

    public void bigint(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    public void decimal(double value) {
        room(Integer.BYTES + Double.BYTES).putInt(Double.BYTES).putDouble(value);
    }

    public void day(long sinceEpoch) {
        integer(sinceEpoch - DAYS_TO_2000);
    }

    public void moment(long secondsSinceEpoch) {
        bigint((secondsSinceEpoch - SECONDS_TO_2000) * 1_000_000);
    }

    public void text(@Nullable String value) {
        if (value == null) {
            missing();
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        text(bytes, 0, bytes.length);
    }

    /** Text that is there as UTF-8 already. */
    public void text(byte[] bytes, int from, int length) {
        room(Integer.BYTES + length).putInt(length).put(bytes, from, length);
    }

    /** Sends the rest and waits for the server's word. Returns the rows it took. */
    public long finish() throws SQLException {
        room(Short.BYTES).putShort(END);
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int grown = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            ByteBuffer larger = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), grown));
            larger.position(buffer.position());
            buffer = larger;
        }
        return buffer;
    }
}
