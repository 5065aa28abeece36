package dev.datastack.cli.grade;

import java.util.regex.Pattern;

/** The four services that the capstone asks for, and the marks by which each is known. */
public enum Role {
    POSTGRES("postgres", "PostgreSQL", "(^|\\s)postgres(\\s|$)", "(^|/)(postgres|postgresql|postgis)([:@]|$)", 5432),
    WEBSERVER("airflow-webserver", "Airflow's web server", "(^|\\s)(webserver|api-server)(\\s|$)", "", 8080),
    SCHEDULER("airflow-scheduler", "Airflow's scheduler", "(^|\\s)scheduler(\\s|$)", "", 8974),
    PGADMIN("pgadmin", "pgAdmin", "(^|\\s)pgadmin4?(\\s|$)", "(^|/)[^/]*pgadmin", 5050);

    private final String key;
    private final String title;
    private final Pattern command;
    private final Pattern image;
    private final int port;

    Role(String key, String title, String command, String image, int port) {
        this.key = key;
        this.title = title;
        this.command = Pattern.compile(command);
        this.image = Pattern.compile(image.isEmpty() ? "(?!)" : image);
        this.port = port;
    }

    /** Its name in the mapping file. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    boolean isCommand(String words) {
        return command.matcher(words).find();
    }

    boolean isImage(String name) {
        return image.matcher(name).find();
    }

    int port() {
        return port;
    }

    /** Those that are written in Python, so that their images have to be built. */
    boolean isPython() {
        return this != POSTGRES;
    }

    boolean hasPage() {
        return this == WEBSERVER || this == PGADMIN;
    }

    /** What its page says of itself. */
    String brand() {
        return this == PGADMIN ? "pgadmin" : "airflow";
    }
}
