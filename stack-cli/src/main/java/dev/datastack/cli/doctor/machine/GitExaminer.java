package dev.datastack.cli.doctor.machine;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that git knows of and that are not there. Data files are looked at elsewhere, whether there is git or not. */
public final class GitExaminer implements Examiner {
    private final CommandRunner runner;
    private final Path root;

    public GitExaminer(CommandRunner runner, Path root) {
        this.runner = runner;
        this.root = root;
    }

    @Override
    public void examine(Findings findings) {
        if (!Files.exists(root.resolve(".git"))) {
            return;
        }
        var deleted = runner.run(Call.of("git", "ls-files", "--deleted", "--", ":!data", ":!docs")
                        .in(root))
                .orThrow()
                .out();
        if (!deleted.isEmpty()) {
            var more = deleted.size() == 1 ? "" : ", and " + (deleted.size() - 1) + " more";
            findings.add(Cause.CLONE_INCOMPLETE, deleted.get(0) + more, "git checkout -- " + String.join(" ", deleted));
        }
    }
}
