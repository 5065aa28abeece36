package dev.datastack.acceptance.doctor;

import dev.datastack.acceptance.stack.Project;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The command, as a user has it, on a project. */
record Doctor(Project project) {
    /** The names of what it finds, and what it says it could not look at. */
    record Report(List<String> causes, List<String> unseen, String all) {}

    Report examine() {
        var finished = project.shell().run("./stack", "doctor", "--json");
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
