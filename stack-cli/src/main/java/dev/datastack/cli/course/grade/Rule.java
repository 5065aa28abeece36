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
    IMAGES_STAGES("images.stages", IMAGES, 8, "Those of Airflow and pgAdmin take what an earlier stage has built."),
    IMAGES_SECRETS("images.secrets", IMAGES, 4, "No password, token or key is in an image."),
    IMAGES_USER("images.user", IMAGES, 4, "Airflow, pgAdmin and the project's own services do not run as root."),
    COMPOSE_FILE(
            "compose.file",
            SERVICES,
            2,
            "Docker Compose accepts the project's Compose files, and they stay within it."),
    COMPOSE_SERVICES("compose.services", SERVICES, 7, "PostgreSQL, Airflow's two services and pgAdmin are in it."),
    COMPOSE_RUNS("compose.runs", SERVICES, 4, "Every service starts and stays."),
    COMPOSE_PAGES("compose.pages", SERVICES, 5, "Airflow and pgAdmin answer on published ports."),
    COMPOSE_SECRETS("compose.secrets", SERVICES, 3, "No password is written into the Compose file."),
    COMPOSE_PORTS("compose.ports", SERVICES, 2, "Ports are published to this machine only."),
    COMPOSE_ORDER("compose.order", SERVICES, 2, "What needs the database starts when it is ready, or tries again."),
    HEALTH_CHECKS("health.checks", HEALTH, 8, "Every service that stays has a health check."),
    HEALTH_HEALTHY("health.healthy", HEALTH, 6, "Every health check says healthy."),
    HEALTH_HONEST("health.honest", HEALTH, 6, "A health check says no until its own service works."),
    VOLUMES_NAMED("volumes.named", VOLUMES, 8, "The database's folder is a named volume or a bind mount."),
    VOLUMES_ROWS("volumes.rows", VOLUMES, 12, "A row is still there after down and up."),
    README_THERE("readme.there", README, 3, "A README with at least 40 words is there."),
    README_START("readme.start", README, 4, "It shows the command that starts the project."),
    README_DOORS("readme.doors", README, 3, "It names the ports of both pages.");

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
