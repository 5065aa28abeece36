package dev.datastack.cli.course.grade;

import java.util.List;
import java.util.regex.Pattern;

/** The marks by which the service of a role is known. An empty pattern fits nothing. */
record Marks(Pattern program, Pattern word, Pattern image, Pattern variable, Pattern data, Pattern name, int port) {
    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final String AIRFLOW = "^(?:\\S*/)?(?:python\\S* -m )?(?:airflow\\s+)?";

    static Marks of(Role role) {
        return switch (role) {
            case POSTGRES ->
                new Marks(
                        Pattern.compile("^(?:\\S*/)?(?:postgres|postmaster)(?:\\s|$)"),
                        // A word of that name in a command is mostly the address of the database.
                        NEVER,
                        Pattern.compile("(?:^|[/}])(?:postgres|postgresql|postgis|timescaledb|pgvector)(?:[:@]|$)"),
                        Pattern.compile("POSTGRES_(?:PASSWORD|PASSWORD_FILE|HOST_AUTH_METHOD|INITDB_ARGS)|PGDATA"),
                        Pattern.compile("/var/lib/postgresql(?:/.*)?"),
                        Pattern.compile("postgres|^(?:db|database|pg)$"),
                        5432);
            case WEBSERVER -> airflow("webserver|api-server|standalone", "web|api", 8080);
            case SCHEDULER -> airflow("scheduler|standalone", "scheduler", 8974);
            case PGADMIN ->
                new Marks(
                        Pattern.compile("(?i)^(?:\\S*/)?pgadmin4?(?:\\s|$)|\\bpgadmin4:app\\b"),
                        Pattern.compile("(?i)(?:^|\\s)\\S*pgadmin4?(?:\\.py)?(?:\\s|$)"),
                        Pattern.compile("(?:^|[/}])[^/]*pgadmin"),
                        Pattern.compile("PGADMIN_.+"),
                        Pattern.compile("/var/lib/pgadmin(?:/.*)?"),
                        Pattern.compile("pgadmin"),
                        5050);
        };
    }

    private static Marks airflow(String verbs, String name, int port) {
        return new Marks(
                Pattern.compile(AIRFLOW + "(?:" + verbs + ")(?:\\s|$)"),
                Pattern.compile("(?:^|\\s)(?:" + verbs + ")(?:\\s|$)"),
                NEVER,
                Pattern.compile("AIRFLOW__.+"),
                NEVER,
                Pattern.compile(name),
                port);
    }

    boolean isProgram(List<String> commands) {
        return commands.stream().anyMatch(command -> program.matcher(command).find());
    }

    /** Of several commands the last one stays; those before it prepare and wait. */
    boolean isWord(List<String> commands) {
        return !commands.isEmpty()
                && word.matcher(commands.get(commands.size() - 1)).find();
    }
}
