package dev.datastack.cli.demo.report;

import dev.datastack.cli.demo.report.Year.CarrierMonth;
import dev.datastack.cli.demo.report.Year.DayOfFlights;
import dev.datastack.cli.demo.report.Year.LoadRun;
import dev.datastack.cli.demo.report.Year.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the marts, the quarantine and the ledger. */
public final class YearReader {
    private final Connection connection;

    public YearReader(Connection connection) {
        this.connection = connection;
    }

    /** Makes an object of the row that the result stands on. */
    private interface Maker<T> {
        T make(ResultSet row) throws SQLException;
    }

    public Year read() throws SQLException {
        var days = rows("days", row -> new DayOfFlights(row.getDate(1).toLocalDate(), row.getLong(2), row.getLong(3)));
        return new Year(
                days.isEmpty() ? 0 : days.get(0).day().getYear(),
                rows("server", row -> row.getString(1)).get(0),
                rows("carrier_month", YearReader::carrierMonth),
                rows(
                        "weather_delay",
                        row -> new WeatherDelay(
                                row.getString(1), row.getLong(2), row.getLong(3), row.getDouble(4), row.getLong(5))),
                days,
                rows(
                        "rejects",
                        row -> new Reject(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5))),
                rows("loads", YearReader::load));
    }

    private static CarrierMonth carrierMonth(ResultSet row) throws SQLException {
        return new CarrierMonth(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }

    private static LoadRun load(ResultSet row) throws SQLException {
        return new LoadRun(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }

    private <T> List<T> rows(String name, Maker<T> maker) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql(name))) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(maker.make(result));
            }
            return rows;
        }
    }

    private static String sql(String name) {
        try (var stream = Objects.requireNonNull(YearReader.class.getResourceAsStream(name + ".sql"), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
