package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Removes what a project made: by the label that Compose gives to all of it, so that nothing depends on a file of the
 * project, and without asking containers to stop. What a command could not do is looked at afterwards, not believed.
 */
public final class ProjectRemoval {
    private final CommandRunner runner;
    private final String name;
    private final Duration limit;

    public ProjectRemoval(CommandRunner runner, String name, Duration limit) {
        this.runner = runner;
        this.name = name;
        this.limit = limit;
    }

    /** Kinds of things, in the order in which they can be removed. */
    private enum Kind {
        CONTAINER("ps --all --quiet", "rm --force --volumes"),
        NETWORK("network ls --quiet", "network rm"),
        VOLUME("volume ls --quiet", "volume rm --force"),
        IMAGE("image ls --format {{.Repository}}:{{.Tag}}", "image rm --force");

        private final String listing;
        private final String removal;

        Kind(String listing, String removal) {
            this.listing = listing;
            this.removal = removal;
        }
    }

    /** Returns what is still there, such as {@code volume grade-x_db}; {@code volumes} are some that carry no label. */
    public List<String> remove(Collection<String> volumes) {
        var left = new ArrayList<String>();
        var removed = EnumSet.noneOf(Kind.class);
        for (var kind : Kind.values()) {
            var names = new ArrayList<>(names(kind));
            if (kind == Kind.VOLUME) {
                names.addAll(volumes);
            }
            if (!names.isEmpty()) {
                run(docker(kind.removal).plus(names));
                removed.add(kind);
            }
        }
        for (var kind : removed) {
            names(kind).forEach(name -> left.add(kind.name().toLowerCase(Locale.ROOT) + " " + name));
        }
        return List.copyOf(left);
    }

    private List<String> names(Kind kind) {
        var marks = kind == Kind.IMAGE ? List.of("reference=" + name, "reference=" + name + "/*") : List.of(label());
        return marks.stream()
                .flatMap(mark -> run(docker(kind.listing).plus(List.of("--filter", mark))).stream())
                .flatMap(answer -> answer.out().stream())
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
    }

    private static Call docker(String words) {
        return Call.of("docker").plus(List.of(words.split(" ", -1)));
    }

    private String label() {
        return "label=com.docker.compose.project=" + name;
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
