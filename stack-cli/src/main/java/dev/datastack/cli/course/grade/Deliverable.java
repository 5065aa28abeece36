package dev.datastack.cli.course.grade;

/** What the week asks for. */
public enum Deliverable {
    IMAGES("images", "Own multi-stage Dockerfiles for the Python services"),
    SERVICES("services", "docker-compose.yml with PostgreSQL, Airflow web server and scheduler, pgAdmin"),
    HEALTH("health", "Health checks on all services"),
    VOLUMES("volumes", "Persistent volumes for the database"),
    README("readme", "README with setup instructions");

    private final String key;
    private final String title;

    Deliverable(String key, String title) {
        this.key = key;
        this.title = title;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }
}
