package dev.datastack.cli.database;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.CommandRunner.Sink;
import dev.datastack.cli.process.CommandRunner.Source;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The databases of the server in the postgres container: their contents, copies of them, and their names. */
public final class Server {
    /** Those of the stack. */
    /**
     * In the order in which they are dumped: whatever Airflow's copy has asked for is then in the warehouse's, which is the
     * later one.
     */
    public static final List<String> DATABASES = List.of("airflow", "warehouse");

    private static final String DATA = "/var/lib/postgresql/data";
    private static final Duration LIMIT = Duration.ofHours(2);

    private final CommandRunner runner;
    private final Call exec;

    /** The call is what stands before a program's words, to run it beside the server. */
    public Server(CommandRunner runner, Call exec) {
        this.runner = runner;
        this.exec = exec.within(LIMIT);
    }

    public int major() {
        return Integer.parseInt(ask("SELECT current_setting('server_version_num')::integer / 10000"));
    }

    /** Such as {@code 17.6}. */
    public String version() {
        return ask("SELECT split_part(current_setting('server_version'), ' ', 1)");
    }

    /** The version of the last migration of the warehouse; empty before the first. */
    public String schema() {
        var table = "etl.flyway_schema_history";
        var asked = query("warehouse", "SELECT to_regclass('" + table + "') IS NOT NULL");
        return asked.equals("t")
                ? query(
                        "warehouse",
                        "SELECT version FROM " + table + " WHERE version IS NOT NULL"
                                + " ORDER BY installed_rank DESC LIMIT 1")
                : "";
    }

    /** What the databases take on the disk. */
    public long bytes(List<String> databases) {
        return Long.parseLong(
                ask("SELECT coalesce(sum(pg_database_size(datname)), 0) FROM pg_database WHERE datname IN ('"
                        + String.join("', '", databases) + "')"));
    }

    /** What the disk of the data directory has left. */
    public long free() {
        var df = well(runner.run(exec.plus(List.of("df", "-B1", "--output=avail", DATA))));
        return Long.parseLong(df.out().get(df.out().size() - 1).strip());
    }

    public Content content(String database) {
        return Content.parse(well(script(database, "content.sql")).out());
    }

    /** The dump goes to the sink; returned is what it holds, from the same snapshot. */
    public Finished dump(String database, Sink sink) throws IOException {
        return runner.pour(exec.plus(words(database, "dump.sql")), sink);
    }

    public static Content content(Finished dumped) {
        return Content.parse(dumped.err());
    }

    /** Fills a database that was made for this; returned is how that ended. */
    public Finished restore(String database, Source dump) throws IOException {
        var argv = List.of("pg_restore", "-U", "postgres", "--exit-on-error", "--dbname", database);
        return runner.feed(exec.plus(argv), dump);
    }

    /** An empty one for the same owner as another's; one that is there already is dropped. */
    public void createLike(String original, String name) {
        drop(name);
        var owner = ask("SELECT datdba::regrole FROM pg_database WHERE datname = '" + original + "'");
        ask("CREATE DATABASE " + name + " OWNER " + owner + " TEMPLATE template0");
    }

    /** Whoever is connected to it is disconnected. */
    public void drop(String name) {
        ask("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** The names that fit a pattern of LIKE. */
    public List<String> named(String pattern) {
        return names("SELECT datname FROM pg_database WHERE datname LIKE '" + pattern + "' ORDER BY datname");
    }

    /** Databases that are neither the stack's nor PostgreSQL's own. */
    public List<String> strangers() {
        return names("SELECT datname FROM pg_database WHERE NOT datistemplate AND datname NOT IN ('postgres', '"
                + String.join("', '", DATABASES) + "') ORDER BY datname");
    }

    /** What no backup holds, with its kind: databases of others, and roles that the stack does not make. */
    public List<String> notBackedUp() {
        var roles = names("SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname NOT IN"
                + " ('postgres', 'airflow', 'etl', 'pgadmin', 'orchestrator', 'analyst') ORDER BY rolname");
        return Stream.concat(
                        strangers().stream().map("database "::concat),
                        roles.stream().map("role "::concat))
                .toList();
    }

    private List<String> names(String query) {
        return ask(query).lines().filter(line -> !line.isBlank()).toList();
    }

    /** Each {@code NAME_restored} takes the place of {@code NAME}, which becomes {@code NAME_before}: all or none. */
    public void swap() {
        well(script("postgres", "swap.sql"));
    }

    /** Statements that make what belongs to the databases themselves, such as their settings: no dump has it. */
    public String properties() {
        return well(script("postgres", "properties.sql")).outText();
    }

    /** Those of another server; returned is what this one refuses, such as a grant to a role that it does not have. */
    public List<String> adopt(String properties) {
        try {
            var argv = Stream.concat(Psql.prompt("postgres").stream(), Stream.of("-Xq"))
                    .toList();
            var text = properties.getBytes(StandardCharsets.UTF_8);
            return well(runner.feed(exec.plus(argv), out -> out.write(text))).err();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask(String statement) {
        return query("postgres", statement);
    }

    private String query(String database, String statement) {
        return well(runner.run(exec.plus(Psql.words(database, statement)))).outText();
    }

    private Finished script(String database, String name) {
        return runner.run(exec.plus(words(database, name)));
    }

    /** A script that the image has. */
    private static List<String> words(String database, String script) {
        return Stream.concat(
                        Psql.prompt(database).stream(),
                        Stream.of("-X", "-v", "ON_ERROR_STOP=1", "-f", "/etc/stack/" + script))
                .toList();
    }

    private static Finished well(Finished finished) {
        return finished.orThrow();
    }
}
