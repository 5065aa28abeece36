package dev.datastack.cli.sandbox;

import dev.datastack.cli.docker.Call;
import dev.datastack.cli.docker.CommandException;
import dev.datastack.cli.docker.CommandRunner;
import dev.datastack.cli.docker.Finished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Removes what a project made: by the label that Compose gives to all of it, so that nothing depends on a file of the
 * project, and without asking containers to stop. What a command could not do is looked at afterwards, not believed.
 */
final class Removal {
    private final CommandRunner runner;
    private final String name;
    private final Duration limit;

    Removal(CommandRunner runner, String name, Duration limit) {
        this.runner = runner;
        this.name = name;
        this.limit = limit;
    }

    /** Returns what is still there, such as {@code volume grade-x_db}; {@code volumes} are some that carry no label. */
    List<String> remove(Collection<String> volumes) {
        each(containers(), "docker", "rm", "--force", "--volumes");
        each(networks(), "docker", "network", "rm");
        var all = new ArrayList<>(this.volumes());
        all.addAll(volumes);
        each(all, "docker", "volume", "rm", "--force");
        each(images(), "docker", "image", "rm", "--force");
        return left();
    }

    private List<String> left() {
        var left = new ArrayList<String>();
        containers().forEach(id -> left.add("container " + id));
        networks().forEach(id -> left.add("network " + id));
        volumes().forEach(id -> left.add("volume " + id));
        images().forEach(id -> left.add("image " + id));
        return List.copyOf(left);
    }

    private List<String> containers() {
        return names("docker", "ps", "--all", "--quiet", "--filter", label());
    }

    private List<String> networks() {
        return names("docker", "network", "ls", "--quiet", "--filter", label());
    }

    private List<String> volumes() {
        return names("docker", "volume", "ls", "--quiet", "--filter", label());
    }

    private List<String> images() {
        var format = "{{.Repository}}:{{.Tag}}";
        var names = new ArrayList<String>();
        for (var pattern : List.of(name, name + "/*")) {
            names.addAll(names("docker", "image", "ls", "--format", format, "--filter", "reference=" + pattern));
        }
        return names.stream().distinct().toList();
    }

    private String label() {
        return "label=com.docker.compose.project=" + name;
    }

    private List<String> names(String... argv) {
        var finished = run(Call.of(argv));
        return finished.stream()
                .flatMap(answer -> answer.out().stream())
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
    }

    private void each(List<String> names, String... argv) {
        if (!names.isEmpty()) {
            run(Call.of(argv).plus(names));
        }
    }

    private List<Finished> run(Call call) {
        try {
            return List.of(runner.run(call.within(limit)));
        } catch (CommandException tooSlow) {
            // The rest has to be removed all the same.
            return List.of();
        }
    }
}
