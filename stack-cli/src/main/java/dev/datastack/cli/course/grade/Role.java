package dev.datastack.cli.course.grade;

import java.util.Optional;

/** The four services that the capstone asks for. */
public enum Role {
    POSTGRES("postgres", "PostgreSQL"),
    WEBSERVER("airflow-webserver", "Airflow's web server"),
    SCHEDULER("airflow-scheduler", "Airflow's scheduler"),
    PGADMIN("pgadmin", "pgAdmin");

    private final String key;
    private final String title;

    Role(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Its name in the mapping file. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** Those that are written in Python, so that their images have to be built. */
    boolean isPython() {
        return this != POSTGRES;
    }

    boolean isAirflow() {
        return this == WEBSERVER || this == SCHEDULER;
    }

    boolean hasPage() {
        return face().isPresent();
    }

    Optional<Face> face() {
        return switch (this) {
            case WEBSERVER -> Optional.of(Face.AIRFLOW);
            case PGADMIN -> Optional.of(Face.PGADMIN);
            case POSTGRES, SCHEDULER -> Optional.empty();
        };
    }
}
