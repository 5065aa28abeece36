package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.process.CommandException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A health check of a service, asked by hand. */
record Probe(String service, List<String> test) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** In a new container in place of the service, whose own command does not run there. */
    boolean saysYesAlone(Compose compose) {
        var words = new ArrayList<>(List.of("run", "--rm", "--no-deps", "-T", "--entrypoint"));
        words.addAll(isShell() ? List.of("/bin/sh", service, "-c") : List.of(test.get(1), service));
        words.addAll(test.subList(isShell() ? 1 : 2, test.size()));
        return isYes(compose, words);
    }

    /** In the service's own container. */
    boolean saysYes(Compose compose) {
        var words = new ArrayList<>(List.of("exec", "-T", service));
        words.addAll(isShell() ? List.of("/bin/sh", "-c") : List.of());
        words.addAll(test.subList(1, test.size()));
        return isYes(compose, words);
    }

    private boolean isShell() {
        return test.get(0).equals("CMD-SHELL");
    }

    private static boolean isYes(Compose compose, List<String> words) {
        try {
            return compose.run(LIMIT, words).well();
        } catch (CommandException tooSlow) {
            return false;
        }
    }
}
