package dev.datastack.acceptance.doctor;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.StackCommand;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The command on a project. */
public record Doctor(Project project) {
    /** The names of what it finds, and what it says it could not look at. */
    public record Report(List<String> causes, List<String> unseen, String all) {}

    public Report examine() {
        var finished = StackCommand.run(project.shell(), "doctor", "--json");
        var report = JsonMapper.shared().readTree(finished.outText());
        return new Report(
                report.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("cause").asString(""))
                        .toList(),
                report.path("unseen")
                        .valueStream()
                        .map(unseen -> unseen.path("subject").asString(""))
                        .toList(),
                report.toPrettyString());
    }
}
