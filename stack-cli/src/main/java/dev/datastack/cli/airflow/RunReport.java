package dev.datastack.cli.airflow;

import dev.datastack.cli.airflow.Run.Task;
import dev.datastack.cli.docker.ServiceExec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Failed runs and tasks that are tried again, in words. */
public final class RunReport {
    /** The months fail for one reason; two dozen lines of it help nobody. */
    private static final int SHOWN = 3;

    private static final int LONG = 240;

    private final TaskLogs logs;

    public RunReport(ServiceExec services) {
        this.logs = new TaskLogs(services);
    }

    public List<String> lines(RunProgress runs) {
        var lines = new ArrayList<String>();
        runs.failed().stream().limit(SHOWN).forEach(run -> lines.add(failed(run, runs)));
        if (runs.failed().size() > SHOWN) {
            lines.add("and " + (runs.failed().size() - SHOWN) + " more failed runs");
        }
        runs.retried().stream()
                .limit(SHOWN)
                .forEach(task -> lines.add("will be tried again: " + task.text() + ended(task) + said(task)));
        return List.copyOf(lines);
    }

    private String failed(Run run, RunProgress runs) {
        return "run failed: "
                + runs.failedTasks().stream()
                        .filter(task -> task.run().equals(run))
                        .findFirst()
                        .map(task -> task.text() + said(task))
                        .orElse(run.text());
    }

    private static String ended(Task task) {
        return task.ended().isEmpty() ? "" : " ended at " + task.ended() + " UTC";
    }

    private String said(Task task) {
        var words = logs.lastWords(task);
        return words.isEmpty() ? "" : ": " + (words.length() > LONG ? words.substring(0, LONG) + "…" : words);
    }

    /**
     * One command for all of them: what failed runs again, and what never ran because of it. A regular expression for the
     * DAGs would be shorter, but with one Airflow 3.3.2 ends with an AttributeError.
     */
    public Optional<String> cure(RunProgress runs) {
        // Backwards by name, which happens to put the reference data first.
        var clears = runs.failed().stream()
                .map(Run::dag)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map("airflow tasks clear --yes --only-failed "::concat)
                .toList();
        var exec = "docker compose exec airflow-scheduler ";
        return switch (clears.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(exec + clears.get(0));
            default -> Optional.of(exec + "sh -c \"" + String.join("; ", clears) + "\"");
        };
    }
}
