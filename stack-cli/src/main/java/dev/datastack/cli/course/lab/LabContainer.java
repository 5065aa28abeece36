package dev.datastack.cli.course.lab;

import dev.datastack.cli.docker.Containers;
import dev.datastack.cli.process.Finished;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A container by its id or name, for what Compose does not offer: it is started again, and its log is read. */
public record LabContainer(Containers containers, String id) {

    public static LabContainer of(Lab lab, String service) {
        return new LabContainer(
                lab.containers(), lab.project().containerOf(service).id());
    }

    /** One that the learner has started by hand. */
    public static LabContainer named(Lab lab, String name) {
        if (!lab.containers().exists(name)) {
            throw LabException.saying(
                    "there is no container " + name + "; 'docker ps --all' shows those that there are");
        }
        return new LabContainer(lab.containers(), name);
    }

    /** All that the engine knows of it. */
    public JsonNode document() {
        return containers.document(id);
    }

    /** Runs a command in it, as the engine runs a health check: with its user, its folder and its environment. */
    public Finished runs(List<String> command) {
        return containers.exec(id, command);
    }

    /** Starts it anew; its files stay. */
    public void restart() {
        orFail("docker restart", containers.restart(id));
    }

    /** Starts one that has ended. */
    public void start() {
        orFail("docker start", containers.start(id));
    }

    /** How many lines of its log hold the text. */
    public long logged(String text) {
        return containers.log(id).filter(line -> line.contains(text)).count();
    }

    private static void orFail(String what, Finished finished) {
        if (!finished.well()) {
            throw LabException.failed(what, finished);
        }
    }
}
