package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A health check of a service, asked by hand. */
record Probe(String service, List<String> test) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** In a new container in place of the service, whose own command does not run there. */
    boolean saysYesAlone(Compose compose) {
        var words = words();
        return endsWell(() -> compose.runInPlace(LIMIT, service, words.get(0), words.subList(1, words.size())));
    }

    /** In the service's own container. */
    boolean saysYes(Compose compose) {
        return endsWell(() -> compose.exec(LIMIT, service, words()));
    }

    private List<String> words() {
        var words = new ArrayList<>(test.get(0).equals("CMD-SHELL") ? List.of("/bin/sh", "-c") : List.<String>of());
        words.addAll(test.subList(1, test.size()));
        return words;
    }

    /** In its time. */
    static boolean endsWell(Supplier<Finished> command) {
        try {
            return command.get().well();
        } catch (CommandException tooSlow) {
            return false;
        }
    }
}
