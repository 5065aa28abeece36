package dev.datastack.cli.problem;

import java.util.List;

/** One problem with the three things its message says: what happened, what was tried, what to do next. */
public class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String tried;
    private final String next;
    private final String evidence;

    public StackException(Problem problem, String what, String tried, String next) {
        this(problem, what, tried, next, "");
    }

    private StackException(Problem problem, String what, String tried, String next, String evidence) {
        super(problem.heading() + ": " + what);
        this.problem = problem;
        this.tried = tried;
        this.next = next;
        this.evidence = evidence;
    }

    /** The same with lines that show it, such as the last ones of a log. */
    public StackException showing(List<String> lines) {
        var what = String.valueOf(getMessage()).substring(problem.heading().length() + 2);
        return new StackException(problem, what, tried, next, String.join("\n", lines));
    }

    public Problem problem() {
        return problem;
    }

    public String tried() {
        return tried;
    }

    public String next() {
        return next;
    }

    public List<String> evidence() {
        return evidence.isEmpty() ? List.of() : evidence.lines().toList();
    }
}
