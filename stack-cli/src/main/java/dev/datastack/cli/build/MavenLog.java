package dev.datastack.cli.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads what Maven prints: the module and step under way, how much was downloaded, and the lines that complain. */
final class MavenLog implements Consumer<String> {
    private static final int KEPT = 20;
    private static final int EACH = 25;
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+?) [0-9]\\S* +\\[.*]");
    private static final Pattern STEP = Pattern.compile("\\[INFO] --- \\S+?:[^:]+:(\\S+) .*");
    private static final Pattern ADVICE = Pattern.compile(
            "\\[INFO].*|\\[WARNING](?!.*\\.java:\\[).*|\\[ERROR] *(-> \\[Help \\d+])?|.*Picked up J.*|.*Downloading from .*"
                    + "|.*\\[Help \\d+] http.*|.*[Rr]e-run Maven .*|.*please read the following articles.*"
                    + "|.*you can resume the build.*|.* -rf :.*");
    private static final Pattern COMPILER = Pattern.compile("\\[(?:ERROR|WARNING)] (.+\\.java):\\[(\\d+),\\d+] (.*)");

    private final Consumer<String> progress;
    private final Consumer<String> milestones;
    private final List<String> complaints = new ArrayList<>();
    private String module = "";
    private String step = "";
    private int downloads;

    /** Progress is for a line that is written over; milestones are few, for a log. */
    MavenLog(Consumer<String> progress, Consumer<String> milestones) {
        this.progress = progress;
        this.milestones = milestones;
    }

    @Override
    public synchronized void accept(String line) {
        var building = MODULE.matcher(line);
        var goal = STEP.matcher(line);
        if (building.matches()) {
            module = building.group(1);
            milestones.accept("building " + module);
        } else if (goal.matches()) {
            step = goal.group(1);
            progress.accept(now());
        } else if (line.contains("Downloaded from ")) {
            downloads++;
            progress.accept(now());
            if (downloads % EACH == 0) {
                milestones.accept(downloads + " files downloaded");
            }
        } else if (!line.isBlank() && !ADVICE.matcher(line).matches()) {
            complaints.add(line);
        }
    }

    private String now() {
        var downloaded = downloads == 0 ? "" : " (" + downloads + " files downloaded)";
        return module.isEmpty() ? "Maven reads the project" + downloaded : module + ": " + step + downloaded;
    }

    /** The first ones: what follows them is mostly their consequence. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints.subList(0, Math.min(KEPT, complaints.size())));
    }

    synchronized MavenFailure failure() {
        return MavenFailure.of(complaints);
    }

    /** The first error of a compiler as FILE:LINE: MESSAGE. */
    synchronized Optional<String> compilerError() {
        return complaints.stream()
                .map(COMPILER::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(error -> error.group(1) + ":" + error.group(2) + ": " + error.group(3))
                .findFirst();
    }
}
