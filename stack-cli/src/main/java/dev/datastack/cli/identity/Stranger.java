package dev.datastack.cli.identity;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;

/** The engine has something of this project's name that is not known to be this clone's. */
public final class Stranger extends StackException {
    private static final long serialVersionUID = 1L;

    private final String project;
    private final String freeName;
    private final boolean claimable;

    private Stranger(String project, String freeName, boolean claimable, String what, String next) {
        super(
                Problem.PROJECT_ELSEWHERE,
                what + " Nothing was touched.",
                "docker ps --all and docker volume ls, --filter label=" + Ownership.PROJECT + "=" + project,
                next);
        this.project = project;
        this.freeName = freeName;
        this.claimable = claimable;
    }

    /** Another clone that is there. */
    static Stranger living(String project, String things, String folder, String freeName) {
        return new Stranger(
                project,
                freeName,
                false,
                things + " of the project " + project + " belong to " + folder + ".",
                "give this clone's project its own name: './stack up --name " + freeName + "'");
    }

    /** A folder that this clone may have been moved from. */
    static Stranger gone(String project, String things, String folder, String freeName) {
        return claimable(
                project,
                freeName,
                things + " of the project " + project + " belong to " + folder + ", which no longer exists.",
                "if this clone was moved from there");
    }

    /** Bare Compose notes no folder at volumes. */
    static Stranger unknown(String project, String things, String freeName) {
        return claimable(
                project,
                freeName,
                things + " of the project " + project + " have no label with the folder they were created from.",
                "if this clone created them with 'docker compose up'");
    }

    private static Stranger claimable(String project, String freeName, String what, String condition) {
        var next = condition + ", './stack up --name " + project + "' keeps them; './stack up --name " + freeName
                + "' starts a project with another name";
        return new Stranger(project, freeName, true, what, next);
    }

    public String project() {
        return project;
    }

    /** A name that nothing on this engine has. */
    public String freeName() {
        return freeName;
    }

    /** Whether whoever sits here may say that it is this clone's. */
    public boolean isClaimable() {
        return claimable;
    }
}
