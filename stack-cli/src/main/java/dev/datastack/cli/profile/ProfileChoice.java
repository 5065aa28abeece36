package dev.datastack.cli.profile;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.Terminal;
import java.util.HashMap;
import java.util.Optional;

/**
 * Which profile a start uses: that of the command line, else that of .env, else the largest one that fits. Limits that are
 * set one by one count as a choice, too.
 */
final class ProfileChoice {
    private final SmallProfile small;
    private final Settings settings;
    private final Terminal terminal;

    ProfileChoice(SmallProfile small, Settings settings, Terminal terminal) {
        this.small = small;
        this.settings = settings;
        this.terminal = terminal;
    }

    /** True where .env has changed. */
    boolean settle(Optional<Profile> wanted, Room room) {
        if (wanted.isPresent()) {
            return keep(wanted.get());
        }
        if (isSmall()) {
            return complete();
        }
        return kept().isEmpty() && !hasOwnLimits() && !room.isEnough() && choose(room);
    }

    private boolean isSmall() {
        return kept().equals(Optional.of(Profile.SMALL));
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

    private boolean keep(Profile profile) {
        if (profile == Profile.SMALL) {
            settings.keep(small.values());
        } else {
            settings.forget(small.values().keySet());
            settings.keep(Profile.SETTING, profile.toString());
        }
        terminal.say("profile: " + profile + ", written to .env");
        return true;
    }

    /** Someone may have written the name alone, or changed one of the limits. */
    private boolean complete() {
        var missing = new HashMap<>(small.values());
        missing.keySet().removeIf(name -> settings.get(name).isPresent());
        if (!missing.isEmpty()) {
            settings.keep(missing);
            terminal.say("profile: small, its limits written to .env");
        }
        return !missing.isEmpty();
    }

    private boolean hasOwnLimits() {
        return small.values().keySet().stream()
                .anyMatch(name -> settings.get(name).isPresent());
    }

    private boolean choose(Room room) {
        keep(Profile.SMALL);
        terminal.say("  " + room.sentence() + "; larger limits nevertheless: ./stack up --profile default");
        return true;
    }

    /** Ends with an exception where the limits do not fit and nobody asked for them. */
    void requireRoom(Optional<Profile> wanted, Room room) {
        if (room.isEnough()) {
            return;
        }
        if (wanted.isEmpty() && isSmall()) {
            throw new StackException(
                    Problem.ENGINE_SMALL,
                    room.sentence() + ".",
                    "the limits of the profile small",
                    "give the engine more memory (Docker Desktop: Settings, Resources), or lower the limits in .env;"
                            + " './stack up --profile small' starts it nevertheless");
        }
        terminal.warn("stack: " + room.sentence() + "; a service may be killed, or the machine may swap");
    }
}
