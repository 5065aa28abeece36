package dev.datastack.cli.doctor;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.doctor.finding.Fix;
import dev.datastack.cli.doctor.machine.Disk;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.StatusLine;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks for known causes of trouble, and says how to fix what it finds.",
        footer = {
            "",
            "It looks at the shell, .env, the files of this clone, the engine, ports, images, volumes, containers, secrets,"
                    + " Airflow's runs and the loads. It works without an engine, too, and says what it could not look at."
                    + " It changes nothing unless --fix is given. docs/doctor.md lists the causes.",
            "",
            "Examples:",
            "  stack doctor                            what is wrong?",
            "  stack doctor --fix                      fix what can be fixed without losing anything",
            "  stack doctor --json | jq '.findings'    for scripts",
            "",
            "The exit code is 0 if nothing was found, or else 1. It is also 1 if a command failed, so that a part could not be"
                    + " looked at. A stack that is not running is no failure."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--fix", description = "Apply the fixes that lose nothing: line ends, modes of scripts.")
    private boolean fix;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    public DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var examination = examine();
        var fixed = fix ? fixed(examination) : List.<Finding>of();
        if (!fixed.isEmpty()) {
            examination = examine();
        }
        if (json) {
            var report = DoctorJson.of(examination, fixed);
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            new DoctorText(context.terminal()).print(examination, fixed);
        }
        return examination.isWell() ? ExitCode.WELL : ExitCode.NO;
    }

    private Examination examine() {
        var line = new StatusLine(context.terminal(), "doctor");
        try {
            return new Doctor(context, Disk::of).examine(json ? subject -> {} : line::now);
        } finally {
            if (!json) {
                line.clear();
            }
        }
    }

    private List<Finding> fixed(Examination examination) {
        return examination.findings().stream().filter(this::isFixed).toList();
    }

    /** A fix that fails keeps neither its finding nor the other fixes back. */
    private boolean isFixed(Finding finding) {
        try {
            finding.fix().ifPresent(Fix::apply);
            return finding.fix().isPresent();
        } catch (UncheckedIOException | StackException e) {
            context.terminal().warn("not fixed: " + finding.cause().title() + " (" + e.getMessage() + ")");
            return false;
        }
    }
}
