package dev.datastack.cli.problem;

/**
 * What can go wrong. Each has a heading of the same words in docs/troubleshooting.md, and an exit code that scripts may
 * rely on.
 */
public enum Problem {
    NO_DOCKER("Docker is not installed", ExitCode.NO_ENGINE),
    ENGINE_DOWN("The Docker engine does not respond", ExitCode.NO_ENGINE),
    ENGINE_MISLED("A variable keeps docker from the engine", ExitCode.NO_ENGINE),
    ENGINE_DENIED("The Docker engine denies access", ExitCode.NO_ENGINE),
    ENGINE_OLD("The Docker engine is too old", ExitCode.NO_ENGINE),
    ENGINE_PODMAN("Podman responds instead of Docker", ExitCode.NO_ENGINE),
    COMPOSE_MISSING("Docker Compose is missing", ExitCode.NO_ENGINE),
    COMPOSE_OLD("Docker Compose is too old", ExitCode.NO_ENGINE),
    ENGINE_NOT_INSTALLED("The engine was not installed", ExitCode.NO_ENGINE),
    ENGINE_SMALL("The engine has too little memory", ExitCode.NO_ENGINE),
    PROJECT_ELSEWHERE("The project belongs to another folder", ExitCode.NO),
    PORT_TAKEN("A port is taken", ExitCode.PORT_TAKEN),
    BASE_UNAVAILABLE("A base image is unavailable", ExitCode.NO),
    DATA_MISSING("A data file is missing", ExitCode.NO),
    MOUNT_CLOSED("The containers cannot read this clone", ExitCode.NO),
    CONSENT_NEEDED("Your confirmation is needed", ExitCode.NO),
    JARS_NOT_BUILT("The jars were not built", ExitCode.NO),
    IMAGE_NOT_BUILT("An image was not built", ExitCode.NO),
    IMAGE_MISSING("An image is missing", ExitCode.NO),
    ARCHIVE_NOT_WRITTEN("The archive was not written", ExitCode.NO),
    ARCHIVE_REFUSED("The archive was refused", ExitCode.NO),
    IMAGES_NOT_LOADED("The images were not loaded", ExitCode.NO),
    BACKUP_NOT_WRITTEN("The backup was not written", ExitCode.NO),
    BACKUP_REFUSED("The backup was refused", ExitCode.NO),
    PASSPHRASE_UNUSABLE("The passphrase cannot be used", ExitCode.NO),
    NOT_RESTORED("The backup was not restored", ExitCode.NO),
    NOT_UPGRADED("The data was not moved to another version", ExitCode.NO),
    SERVICE_FAILED("A service failed", ExitCode.NOT_HEALTHY),
    NOT_IN_TIME("The stack is not ready in time", ExitCode.NOT_HEALTHY),
    LOAD_FAILED("A load failed", ExitCode.NOT_HEALTHY),
    RUN_FAILED("A run of Airflow failed", ExitCode.NOT_HEALTHY),
    NOT_RUNNING("The stack is not running", ExitCode.NO),
    NO_START("No start is recorded", ExitCode.NO),
    COMPOSE_FILE_REFUSED("The Compose file was refused", ExitCode.NO),
    COMMAND_FAILED("A command failed", ExitCode.NO),
    PROJECT_UNREADABLE("The project cannot be graded", ExitCode.NO),
    REPORT_UNWRITABLE("The report cannot be written", ExitCode.NO),
    DRILL_REFUSED("The drill cannot begin", ExitCode.NO),
    NO_DRILL("No drill is in progress", ExitCode.NO),
    DEMO_UNSUPPORTED("The demo does not run on this machine", ExitCode.NO),
    DEMO_FAILED("The demo failed", ExitCode.NO),
    DEMO_KEPT("A demo database is already running", ExitCode.NO),
    BUILD_SECRET_UNUSABLE("A build secret cannot be used", ExitCode.NO),
    SETTINGS_UNWRITABLE("The file .env cannot be used", ExitCode.NO),
    EXERCISE_UNKNOWN("There is no such exercise", ExitCode.USAGE),
    EXERCISE_NOT_STARTED("The exercise was not started", ExitCode.NO),
    EXERCISE_OPEN("The exercise has not passed yet", ExitCode.NO),
    COURSE_UNREADABLE("The course cannot be read", ExitCode.NO),
    WORK_FOLDER_UNUSABLE("The work folder cannot be used", ExitCode.NO),
    SUBMISSION_UNREADABLE("A submission cannot be read", ExitCode.NO),
    NOTHING_TO_REPORT("There is nothing to report", ExitCode.NO);

    private final String heading;
    private final int exitCode;

    Problem(String heading, int exitCode) {
        this.heading = heading;
        this.exitCode = exitCode;
    }

    public String heading() {
        return heading;
    }

    public int exitCode() {
        return exitCode;
    }

    /** The heading's anchor as GitHub makes it. */
    public String anchor() {
        return heading.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9 ]", "")
                .replace(' ', '-');
    }
}
