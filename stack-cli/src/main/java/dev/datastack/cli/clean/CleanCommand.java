package dev.datastack.cli.clean;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.docker.Belongings;
import dev.datastack.cli.docker.Belongings.Kind;
import dev.datastack.cli.docker.Belongings.Thing;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.StatusLine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Shows what this project left on the engine, and removes it (asks first).",
        footer = {
            "",
            "It removes this project's containers and networks, the images that a newer build has replaced, and the caches of"
                    + " the stack command. The data stays unless --volumes is given. Other projects are not touched; nor is the"
                    + " build cache, which all projects share: 'docker builder prune' empties that.",
            "",
            "Examples:",
            "  ./stack clean --dry-run            what would go, and how much that frees?",
            "  ./stack clean --yes                without a question",
            "  ./stack clean --images             the current images as well; 'stack up' builds them again",
            "  ./stack clean --images --volumes   everything, with the data and the passwords"
        })
public final class CleanCommand implements Callable<Integer> {
    private static final Set<Kind> OF_COMPOSE = EnumSet.of(Kind.CONTAINER, Kind.NETWORK, Kind.VOLUME);
    private static final Set<Kind> IMAGES = EnumSet.of(Kind.REPLACED_IMAGE, Kind.IMAGE);

    @Option(names = "--dry-run", description = "Only show what would be removed.")
    private boolean dryRun;

    @Option(names = "--images", description = "Remove this project's current images as well.")
    private boolean images;

    @Option(names = "--volumes", description = "Delete the data and the passwords as well.")
    private boolean volumes;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    private final Context context;

    public CleanCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var compose = context.compose();
        var project = compose.model().project();
        var status = new StatusLine(context.terminal(), "clean");
        status.now("looking");
        var belongings = Belongings.of(context.runner(), project);
        var leftovers = Leftovers.of(belongings, kinds(), context.root());
        status.clear();
        if (leftovers.isNothing()) {
            status.done("nothing to remove.");
            return ExitCode.WELL;
        }
        leftovers.lines().forEach(context.terminal()::say);
        if (dryRun) {
            return ExitCode.WELL;
        }
        confirm(leftovers, project);
        remove(leftovers, compose, belongings);
        status.done("removed; disk space that is free again: " + leftovers.frees());
        return ExitCode.WELL;
    }

    private Set<Kind> kinds() {
        var kinds = EnumSet.allOf(Kind.class);
        if (!images) {
            kinds.remove(Kind.IMAGE);
        }
        if (!volumes) {
            kinds.remove(Kind.VOLUME);
        }
        return kinds;
    }

    private void confirm(Leftovers leftovers, String project) {
        var what = volumes ? " of " + project + ", its database and passwords among them?" : " of " + project + "?";
        if (!yes && !context.terminal().agrees("Remove these " + leftovers.count() + " things" + what)) {
            throw new StackException(
                    Problem.CONSENT_NEEDED,
                    "the things above belong to " + project + ". Nothing was stopped or removed.",
                    "to ask",
                    "confirm with './stack clean --yes', or look again with './stack clean --dry-run'");
        }
    }

    private void remove(Leftovers leftovers, Compose compose, Belongings belongings) {
        var status = new StatusLine(context.terminal(), "clean");
        try {
            if (!leftovers.of(OF_COMPOSE).isEmpty()) {
                compose.down(volumes, status::now).orThrow();
                // Compose knows the volumes that its file names; an upgrade leaves the one of the old version.
                context.docker().removeVolumes(names(leftovers, EnumSet.of(Kind.VOLUME)));
            }
            var names = names(leftovers, IMAGES);
            if (!names.isEmpty()) {
                status.now("images");
                belongings.removeImages(names).orThrow();
            }
        } finally {
            status.clear();
        }
        leftovers.files().forEach(OwnFile::remove);
    }

    private static List<String> names(Leftovers leftovers, Set<Kind> kinds) {
        return leftovers.of(kinds).stream().map(Thing::name).toList();
    }
}
