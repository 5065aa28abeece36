package dev.datastack.cli.doctor.finding;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each thing that can be found. Its name in lower case, such as {@code env-crlf}, is what scripts may rely on. */
public enum Cause {
    // The shell and the settings.
    SHELL_IGNORED("A variable of the shell would steer Docker or Compose, and is ignored"),
    SHELL_HIDES_SETTING("A variable of the shell hides a line of .env"),
    SHELL_PLATFORM("The shell asks for images of another processor"),
    PROXY_SILENT("A configured proxy does not answer"),
    SETTINGS_UNWRITABLE(Problem.SETTINGS_UNWRITABLE),
    ENV_CRLF("The file .env has Windows line ends"),
    ENV_PROFILE("The profile in .env does not exist"),
    ENV_QUOTES("A value in .env has typographic quotes"),
    ENV_UNKNOWN("A name in .env is unknown"),
    ENV_VALUE("A value in .env cannot work"),
    ENV_TWICE("A name is set twice in .env"),
    BUILD_SECRET_UNUSABLE(Problem.BUILD_SECRET_UNUSABLE),
    CA_BUNDLE_EMPTY("The CA bundle has no certificate"),
    CA_BUNDLE_OLD("The copy of the CA bundle is out of date"),

    // The files of this clone.
    CLONE_CRLF("A file that containers run has Windows line ends"),
    CLONE_NOT_EXECUTABLE("A script is not executable"),
    CLONE_INCOMPLETE("A file of the repository is missing"),
    CLONE_ON_WINDOWS_DRIVE("The clone is on a Windows drive"),
    CLONE_ON_SLOW_MOUNT("The clone is on a network or shared folder"),
    CLONE_IGNORES_CASE("The clone's file system does not distinguish case"),
    CLONE_DISK_FULL("There is little space left for the clone"),
    DATA_MISSING(Problem.DATA_MISSING),
    MOUNT_CLOSED(Problem.MOUNT_CLOSED),

    // The engine.
    NO_DOCKER(Problem.NO_DOCKER),
    ENGINE_DOWN(Problem.ENGINE_DOWN),
    ENGINE_MISLED(Problem.ENGINE_MISLED),
    ENGINE_DENIED(Problem.ENGINE_DENIED),
    ENGINE_OLD(Problem.ENGINE_OLD),
    ENGINE_PODMAN(Problem.ENGINE_PODMAN),
    COMPOSE_MISSING(Problem.COMPOSE_MISSING),
    COMPOSE_OLD(Problem.COMPOSE_OLD),
    BUILDX_MISSING("The buildx plugin is missing"),
    ENGINE_MEMORY_LOW("The engine has less memory than the services may use"),
    ENGINE_CPUS_LOW("A service may use more CPUs than the engine has"),
    ENGINE_DISK_LOW("There is little space left for the engine"),
    ENGINE_NO_LIMITS("The engine enforces no memory limits"),
    ENGINE_CLOCK("The engine's clock differs from this machine's"),
    BUILD_CACHE_LARGE("The build cache is large"),

    // The project on the engine.
    PROJECT_ELSEWHERE(Problem.PROJECT_ELSEWHERE),
    COMPOSE_FILE_REFUSED(Problem.COMPOSE_FILE_REFUSED),
    PORT_TAKEN(Problem.PORT_TAKEN),
    PORT_TWIN("Another program answers at localhost"),
    ONE_SHOT_ALONE("No service depends on the success of a one-shot service"),
    IMAGE_STALE("A container runs an older image than the one built last"),
    IMAGE_OTHER_PLATFORM("An image was built for another processor"),
    VOLUME_OTHER_POSTGRES("The data belongs to another major version of PostgreSQL"),
    LOG_UNBOUNDED("The log of a container has no limit"),

    // The containers.
    SERVICE_ABSENT("A service has no container"),
    SERVICE_NOT_STARTED("A container could not be started"),
    SERVICE_ENDED("A service has exited"),
    SERVICE_RESTARTS("A service keeps restarting"),
    SERVICE_UNHEALTHY("A service is unhealthy"),
    SERVICE_PAUSED("A service is paused"),
    SERVICE_OUT_OF_MEMORY("A container was killed because it was out of memory"),
    PROCESS_OUT_OF_MEMORY("A process in a container was killed because it was out of memory"),
    ONE_SHOT_FAILED("A one-shot service failed"),
    NETWORK_LEFT("A container is not connected to its network"),
    NAME_UNRESOLVED("A container cannot resolve the name of another"),

    // Secrets and the database's accounts.
    SECRET_MISSING("A secret is missing"),
    SECRET_EMPTY("A secret is empty"),
    SECRET_UNREADABLE("A service cannot read its secret"),
    SECRET_DIFFERS("Two services have different copies of a secret"),
    SECRET_NOT_APPLIED("A secret is newer than the service that uses it"),
    PASSWORD_REFUSED("The database refuses a password"),
    ACCOUNT_REFUSED("The database does not let a service in"),
    DATABASE_MISSING("A database is missing"),

    // The data's way.
    DAG_BROKEN("Airflow cannot import a DAG file"),
    DAG_PAUSED("A DAG is paused"),
    RUN_FAILED(Problem.RUN_FAILED),
    LOAD_FAILED(Problem.LOAD_FAILED),
    LOAD_POISONED("Workers died or stalled while loading a file"),
    LOAD_BLOCKED("A load waits for another session"),
    LOAD_UNCLAIMED("Loads are waiting, but no worker takes them"),
    CONNECTIONS_FULL("The database has almost no connections left");

    private final String title;
    private final @Nullable Problem problem;

    Cause(String title) {
        this.title = title;
        this.problem = null;
    }

    Cause(Problem problem) {
        this.title = problem.heading();
        this.problem = problem;
    }

    /** Empty for a failure that is no cause, such as a command that could not be run. */
    static Optional<Cause> of(StackException failure) {
        return Arrays.stream(values())
                .filter(cause -> failure.problem().equals(cause.problem))
                .findFirst();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }
}
