package dev.datastack.cli.upgrade;

/** A database that is not the stack's, and how a person saves and drops it: commands to type as they are. */
record Stranger(String name) {
    String saved() {
        return "docker compose exec -T postgres pg_dump -U postgres -Fc " + shell(name) + " > "
                + shell(name.replace('/', '_') + ".dump");
    }

    String dropped() {
        return "./stack psql -c " + shell("DROP DATABASE \"" + name.replace("\"", "\"\"") + "\"");
    }

    /** One word of a command line. */
    private static String shell(String word) {
        return word.matches("\\w[\\w.-]*") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
