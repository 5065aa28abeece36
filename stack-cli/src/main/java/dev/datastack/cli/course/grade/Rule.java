package dev.datastack.cli.course.grade;

import static dev.datastack.cli.course.grade.Deliverable.HEALTH;
import static dev.datastack.cli.course.grade.Deliverable.IMAGES;
import static dev.datastack.cli.course.grade.Deliverable.README;
import static dev.datastack.cli.course.grade.Deliverable.SERVICES;
import static dev.datastack.cli.course.grade.Deliverable.VOLUMES;

import java.util.Arrays;

/** What is judged, and what it is worth. docs/capstone/rules.md has the same sentences, and how each is looked at. */
public enum Rule {
    IMAGES_OWN("images.own", IMAGES, 5, "Airflow and pgAdmin are built from Dockerfiles of the project."),
    IMAGES_BUILD("images.build", IMAGES, 4, "Every image builds."),
    IMAGES_STAGES(
            "images.stages", IMAGES, 8, "The images of Airflow and pgAdmin copy the results of an earlier stage."),
    IMAGES_SECRETS("images.secrets", IMAGES, 4, "No image contains a password, token or key."),
    IMAGES_USER("images.user", IMAGES, 4, "Airflow, pgAdmin and the project's own services do not run as root."),
    COMPOSE_FILE(
            "compose.file",
            SERVICES,
            2,
            "Docker Compose accepts the project's Compose files, and they stay within it."),
    COMPOSE_SERVICES(
            "compose.services", SERVICES, 7, "The project has PostgreSQL, Airflow's two services and pgAdmin."),
    COMPOSE_RUNS("compose.runs", SERVICES, 4, "Every service starts and keeps running."),
    COMPOSE_PAGES("compose.pages", SERVICES, 5, "Airflow and pgAdmin respond on published ports."),
    COMPOSE_SECRETS("compose.secrets", SERVICES, 3, "The Compose file contains no password."),
    COMPOSE_PORTS("compose.ports", SERVICES, 2, "Ports are published on 127.0.0.1 only."),
    COMPOSE_ORDER("compose.order", SERVICES, 2, "Services that need the database wait until it is ready, or retry."),
    HEALTH_CHECKS("health.checks", HEALTH, 8, "Every long-running service has a health check."),
    HEALTH_HEALTHY("health.healthy", HEALTH, 6, "Every service is healthy."),
    HEALTH_HONEST("health.honest", HEALTH, 6, "A health check fails until its own service works."),
    VOLUMES_NAMED("volumes.named", VOLUMES, 8, "The database's folder is a named volume or a bind mount."),
    VOLUMES_ROWS("volumes.rows", VOLUMES, 12, "Rows persist across down and up."),
    README_THERE("readme.there", README, 3, "There is a README with at least 40 words."),
    README_START("readme.start", README, 4, "It shows the command that starts the project."),
    README_DOORS("readme.doors", README, 3, "It states the ports of both pages.");

    private final String id;
    private final Deliverable deliverable;
    private final int points;
    private final String text;

    Rule(String id, Deliverable deliverable, int points, String text) {
        this.id = id;
        this.deliverable = deliverable;
        this.points = points;
        this.text = text;
    }

    public String id() {
        return id;
    }

    public Deliverable deliverable() {
        return deliverable;
    }

    public int points() {
        return points;
    }

    public String text() {
        return text;
    }

    static int allPoints() {
        return Arrays.stream(values()).mapToInt(Rule::points).sum();
    }
}
