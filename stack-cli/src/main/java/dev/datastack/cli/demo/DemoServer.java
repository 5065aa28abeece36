package dev.datastack.cli.demo;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL for one run, as durable as one for good, that only those with its password get into. */
final class DemoServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVIDENCE = 12;

    private static final String HBA = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path run;
    private final EmbeddedPostgres postgres;
    private final Login login;

    private DemoServer(Path run, EmbeddedPostgres postgres, Login login) {
        this.run = run;
        this.postgres = postgres;
        this.login = login;
    }

    static DemoServer start(DemoFolder folder, Path run, String password) {
        var log = run.resolve("server.log");
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.programs().toFile())
                    .setDataDirectory(run.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE)
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    // The library is made for tests and switches these off.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_connections", "40")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
            var server = new DemoServer(run, postgres, new Login(postgres.getPort(), "etl", password));
            server.prepare();
            return server;
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            throw notStarted(log, e);
        }
    }

    /** Roles and database as the stack's own image makes them. */
    private void prepare() throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE etl LOGIN PASSWORD '" + login.password() + "'");
            statement.execute("CREATE ROLE orchestrator NOLOGIN");
            statement.execute("CREATE ROLE analyst NOLOGIN");
            statement.execute("CREATE DATABASE warehouse OWNER etl");
            // Until here anybody on this machine could come in, as in a test.
            Files.writeString(run.resolve("data/pg_hba.conf"), HBA);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    Login login() {
        return login;
    }

    long pid() {
        return pid(run.resolve("data")).orElseThrow();
    }

    /** Of the server that runs on a data directory. */
    static Optional<Long> pid(Path data) {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static StackException notStarted(Path log, Throwable cause) {
        var lines = read(log);
        var said = lines.stream()
                .filter(line -> line.contains("error") || line.contains("FATAL") || line.contains("cannot"))
                .findFirst()
                .orElse(String.valueOf(cause.getMessage()));
        var root = said.contains("root");
        return new StackException(
                        Problem.DEMO_FAILED,
                        "PostgreSQL did not start: " + said.strip(),
                        "initdb and pg_ctl of the embedded PostgreSQL",
                        root
                                ? "run it as a user who is not root; root may start it only where 'unshare -U' is allowed"
                                : "see the lines above; 'df -h' and 'ulimit -a' show what is short, './stack up' does the"
                                        + " same in containers")
                .showing(lines.subList(Math.max(0, lines.size() - EVIDENCE), lines.size()));
    }

    private static List<String> read(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Twice is once: Ctrl-C may come while it is under way. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw DemoFolder.unusable(e);
        }
    }
}
