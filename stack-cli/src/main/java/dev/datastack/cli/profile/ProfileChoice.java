package dev.datastack.cli.profile;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.Terminal;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which profile a start uses: that of the command line, else that of .env, else the largest one that fits. Limits that are
 * set one by one count as a choice, too.
 */
public final class ProfileChoice {
    private final SmallProfile small;
    private final Settings settings;
    private final Terminal terminal;
    private final Supplier<Room> room;

    /** The room is asked for again when .env has changed. */
    public ProfileChoice(SmallProfile small, Settings settings, Terminal terminal, Supplier<Room> room) {
        this.small = small;
        this.settings = settings;
        this.terminal = terminal;
        this.room = room;
    }

    /** Ends with an exception where the limits do not fit and nobody asked for them. */
    public void settle(Optional<Profile> wanted) {
        var kept = kept();
        if (wanted.isPresent()) {
            keep(wanted.get());
        } else if (kept.equals(Optional.of(Profile.SMALL))) {
            complete();
        } else if (kept.isEmpty() && !hasOwnLimits()) {
            choose();
        }
        boolean asked = wanted.isPresent() || !kept().equals(Optional.of(Profile.SMALL));
        requireRoom(asked);
    }

    private Optional<Profile> kept() {
        return settings.get(Profile.SETTING)
                .map(name -> Profile.named(name)
                        .orElseThrow(() -> new StackException(
                                Problem.SETTINGS_UNWRITABLE,
                                "there is no profile '" + name + "'.",
                                Profile.SETTING + (settings.isFixed(Profile.SETTING) ? " of the shell" : " of .env"),
                                "set it to small or default")));
    }

    private void keep(Profile profile) {
        if (profile == Profile.SMALL) {
            settings.keep(small.values());
        } else {
            settings.forget(small.values().keySet());
            settings.keep(Profile.SETTING, profile.toString());
        }
        terminal.say("profile: " + profile + ", written to .env");
    }

    /** Someone may have written the name alone, or changed one of the limits. */
    private void complete() {
        var missing = new HashMap<>(small.values());
        missing.keySet().removeIf(name -> settings.get(name).isPresent());
        if (!missing.isEmpty()) {
            settings.keep(missing);
        }
    }

    private boolean hasOwnLimits() {
        return small.values().keySet().stream()
                .anyMatch(name -> settings.get(name).isPresent());
    }

    private void choose() {
        var found = room.get();
        if (!found.isEnough()) {
            keep(Profile.SMALL);
            terminal.say("  " + found.sentence() + "; larger limits nevertheless: ./stack up --profile default");
        }
    }

    private void requireRoom(boolean asked) {
        var found = room.get();
        if (found.isEnough()) {
            return;
        }
        if (!asked) {
            throw new StackException(
                    Problem.ENGINE_SMALL,
                    found.sentence() + ".",
                    "the limits of the profile small",
                    "give the engine more memory (Docker Desktop: Settings, Resources), or lower the limits in .env;"
                            + " './stack up --profile small' starts it nevertheless");
        }
        terminal.warn("stack: " + found.sentence() + "; a service may be killed, or the machine may swap");
    }
}
