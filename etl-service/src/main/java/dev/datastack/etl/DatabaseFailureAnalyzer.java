package dev.datastack.etl;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in two sentences why the service could not start on its database, in place of a page of stack trace. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String WRONG_LOGIN = "28";
    private static final String NO_CONNECTION = "08";
    private static final String NO_DATABASE = "3D";

    private static final String STATE_ON_SWARM =
            " (docker service ps stack_postgres; docker service logs stack_postgres)";

    private final Environment environment;

    /** Spring Boot passes it in. */
    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException first) {
        // The pool's "not available" wraps what the server said.
        SQLException cause = first;
        while (cause.getCause() instanceof SQLException deeper) {
            cause = deeper;
        }
        String state = String.valueOf(cause.getSQLState());
        String what = "etl-service could not prepare the warehouse: " + cause.getMessage() + " (" + state + ")";
        return new FailureAnalysis(what, action(state), rootFailure);
    }

    private String action(String state) {
        if (state.startsWith(WRONG_LOGIN)) {
            return "The password in " + environment.getProperty("STACK_SECRETS_DIR", "/run/secrets")
                    + "/database-password is not the role's. " + startPostgresAgain();
        } else if (state.startsWith(NO_CONNECTION) || state.startsWith(NO_DATABASE)) {
            return "Check that postgres is healthy" + (onSwarm() ? STATE_ON_SWARM : "") + ", and that"
                    + " SPRING_DATASOURCE_URL, or PGHOST and PGPORT, name it and its database.";
        }
        return "A migration failed and was rolled back: see the message above, then start this service again.";
    }

    /** Kubernetes tells every container where its API is. */
    private String startPostgresAgain() {
        if (environment.containsProperty("KUBERNETES_SERVICE_HOST")) {
            return "Start postgres again, which applies the passwords of its Secret: kubectl rollout restart"
                    + " statefulset/postgres. A managed server keeps the password that was set there.";
        }
        return onSwarm()
                ? "Start postgres again, which applies the passwords of its secrets: docker service update --force"
                        + " stack_postgres"
                : "Start postgres again, which applies the passwords of the secrets, then this service.";
    }

    /** A Swarm tells a container nothing, so its stack file does. */
    private boolean onSwarm() {
        return "swarm".equals(environment.getProperty("STACK_ORCHESTRATOR"));
    }
}
