package dev.datastack.cli.problem;

import java.util.List;

/** One problem with the three things its message says: what happened, what was tried, what to do next. */
public class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String what;
    private final String tried;
    private final String next;
    private final transient List<String> evidence;

    public StackException(Problem problem, String what, String tried, String next) {
        this(problem, what, tried, next, List.of());
    }

    private StackException(Problem problem, String what, String tried, String next, List<String> evidence) {
        super(problem.heading() + ": " + what);
        this.problem = problem;
        this.what = what;
        this.tried = tried;
        this.next = next;
        this.evidence = evidence;
    }

    /** The same with lines that show it, such as the last ones of a log. */
    public StackException showing(List<String> lines) {
        var single = lines.stream().flatMap(String::lines).toList();
        return new StackException(problem, what, tried, next, single);
    }

    public Problem problem() {
        return problem;
    }

    /** The message without the problem's heading. */
    public String what() {
        return what;
    }

    public String tried() {
        return tried;
    }

    public String next() {
        return next;
    }

    public List<String> evidence() {
        return evidence;
    }
}
