package dev.datastack.cli.demo;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.process.ProcessRunner;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/** Stands in for the jar: fills the database that it is given with a very small year, or ends as it is told. */
final class FakeEtl implements CommandRunner {
    private static final String YEAR = """
            CREATE SCHEMA core; CREATE SCHEMA mart; CREATE SCHEMA etl;
            CREATE TABLE core.airline AS SELECT 'AA' AS carrier, 'American' AS name;
            CREATE TABLE core.flight AS SELECT date '2013-01-01' AS flight_date, 517 AS dep_time;
            CREATE TABLE mart.carrier_month AS
            SELECT 'AA' AS carrier, date '2013-01-01' AS month, 1 AS flights, 1 AS arrived, 1 AS on_time, 0 AS cancelled;
            CREATE TABLE mart.weather_delay AS
            SELECT 'none' AS precipitation, 1 AS flights, 1 AS departed, 2.0 AS mean_dep_delay, 0 AS cancelled;
            CREATE TABLE etl.load AS
            SELECT 1 AS id, 'flights' AS dataset, '2013-01' AS period, 'flights-2013-01.csv.gz' AS file, 'done' AS status,
                   'etl-service test worker-1' AS worker, now() AS started_at, now() + interval '1 s' AS finished_at,
                   1 AS rows_read, 1 AS rows_loaded, 0 AS rows_rejected;
            CREATE TABLE etl.reject (load_id int, line int, column_name text, reason text, raw text);
            """;

    private final int exitCode;
    private final Runnable meanwhile;

    FakeEtl(int exitCode, Runnable meanwhile) {
        this.exitCode = exitCode;
        this.meanwhile = meanwhile;
    }

    @Override
    public int attach(Call call) {
        meanwhile.run();
        if (exitCode == 0) {
            fill(call);
        }
        return exitCode;
    }

    private static void fill(Call call) {
        try (var connection = DriverManager.getConnection(
                        variable(call, "SPRING_DATASOURCE_URL"),
                        variable(call, "SPRING_DATASOURCE_USERNAME"),
                        variable(call, "SPRING_DATASOURCE_PASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute(YEAR);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String variable(Call call, String name) {
        return Objects.requireNonNull(call.variables().get(name), name);
    }

    /** The real one: it ends servers. */
    @Override
    public Finished run(Call call) {
        return new ProcessRunner().run(call);
    }

    @Override
    public Following follow(Call call) {
        throw new AssertionError("nothing is followed: " + call.text());
    }
}
