package dev.datastack.cli.identity;

import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Path;

/** Gives this clone's project another name than its folder's, in {@code .env}, which bare Compose reads as well. */
public final class CloneName {
    private final Ownership ownership;
    private final Settings settings;
    private final Terminal terminal;
    private final Path root;

    public CloneName(Ownership ownership, Settings settings, Terminal terminal, Path root) {
        this.ownership = ownership;
        this.settings = settings;
        this.terminal = terminal;
        this.root = root;
    }

    /** Compose refuses a folder such as {@code 日本}, of whose name it can use nothing. */
    public void ensure() {
        if (ProjectName.of(root).isEmpty() && settings.get(ProjectName.VARIABLE).isEmpty()) {
            var name = ownership.freeName();
            settings.keep(ProjectName.VARIABLE, name);
            terminal.warn("stack: Compose cannot derive a project name from this folder, so " + ProjectName.VARIABLE
                    + "=" + name + " was written to .env");
        }
    }

    public void keep(String name) {
        settings.keep(ProjectName.VARIABLE, name);
        terminal.say("settings: " + ProjectName.VARIABLE + "=" + name + " written to .env");
    }

    /** Asks what to do about a stranger, and does it; throws it again where nobody agrees. {@code yes} claims nothing. */
    public void settle(Stranger stranger, boolean yes) {
        if (terminal.hasPerson()) {
            terminal.warn("stack: " + stranger.getMessage());
        }
        if (stranger.isClaimable() && !yes && terminal.agrees("Do they belong to this clone?")) {
            keep(stranger.project());
            return;
        }
        var question = "Call this clone's project " + stranger.freeName() + " from now on?";
        boolean renames = yes ? !stranger.isClaimable() : terminal.agrees(question);
        if (!renames) {
            throw stranger;
        }
        keep(stranger.freeName());
    }
}
