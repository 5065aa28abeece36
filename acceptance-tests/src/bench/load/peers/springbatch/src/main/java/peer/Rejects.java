package peer;

import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.infrastructure.item.file.FlatFileParseException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the lines that were skipped, in the transaction of their chunk. */
class Rejects implements SkipListener<Flight, Flight> {

    private final JdbcTemplate jdbc;
    private final long load;

    Rejects(JdbcTemplate jdbc, long load) {
        this.jdbc = jdbc;
        this.load = load;
    }

    @Override
    public void onSkipInRead(Throwable reason) {
        FlatFileParseException line = (FlatFileParseException) reason;
        keep(line.getLineNumber(), line.getInput(), null, "not-a-number: " + line.getCause());
    }

    @Override
    public void onSkipInProcess(Flight flight, Throwable reason) {
        keep(flight.line(), flight.raw(), ((BrokenRule) reason).column, reason.getMessage());
    }

    private void keep(int line, String raw, String column, String reason) {
        jdbc.update("INSERT INTO etl.reject VALUES (?, ?, ?, ?, ?)", load, line, raw, column, reason);
    }
}
