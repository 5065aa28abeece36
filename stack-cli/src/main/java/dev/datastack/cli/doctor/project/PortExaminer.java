package dev.datastack.cli.doctor.project;

import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.ports.OtherLocalhost;
import dev.datastack.cli.ports.PortCheck;
import java.util.List;

/** The ports of this machine that the stack publishes. */
public final class PortExaminer implements Examiner {
    private final PortCheck ports;
    private final ComposeModel model;
    private final List<ServiceState> states;

    public PortExaminer(PortCheck ports, ComposeModel model, List<ServiceState> states) {
        this.ports = ports;
        this.model = model;
        this.states = states;
    }

    @Override
    public void examine(Findings findings) {
        findings.check(() -> ports.require(model, states));
        new OtherLocalhost()
                .warnings(model)
                .forEach(warning -> findings.add(
                        Cause.PORT_TWIN,
                        warning.replaceFirst("^stack: ", ""),
                        "open the pages at 127.0.0.1, or stop the other program"));
    }
}
