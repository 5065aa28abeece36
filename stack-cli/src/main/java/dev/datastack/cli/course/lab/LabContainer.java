package dev.datastack.cli.course.lab;

import dev.datastack.cli.process.Finished;
import java.util.List;
import java.util.stream.Stream;

/** A service's container, for what Compose does not offer: it is started again, and its log is read. */
public final class LabContainer {
    private final Lab lab;
    private final String id;

    private LabContainer(Lab lab, String id) {
        this.lab = lab;
        this.id = id;
    }

    public static LabContainer of(Lab lab, String service) {
        return new LabContainer(
                lab,
                lab.project()
                        .container(service)
                        .orElseThrow(() -> LabException.saying("the service " + service + " has no container")));
    }

    /** Runs a command in it, as the engine runs a health check: with its user, its folder and its environment. */
    public Finished runs(List<String> command) {
        return lab.run(
                Stream.concat(Stream.of("docker", "exec", id), command.stream()).toList());
    }

    /** Starts it anew; its files stay. */
    public void restart() {
        orFail("docker restart", lab.run("docker", "restart", "-t", "1", id));
    }

    /** Starts one that has ended. */
    public void start() {
        orFail("docker start", lab.run("docker", "start", id));
    }

    /** How many lines of its log hold the text. */
    public long logged(String text) {
        var logs = lab.run("docker", "logs", id);
        return Stream.concat(logs.out().stream(), logs.err().stream())
                .filter(line -> line.contains(text))
                .count();
    }

    private static void orFail(String what, Finished finished) {
        if (!finished.well()) {
            throw LabException.failed(what, finished);
        }
    }
}
