package dev.datastack.cli.profile;

import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.docker.Docker.EngineInfo;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.Terminal;
import java.util.Optional;

/** The memory and the CPUs that the services may use, fitted to what the engine has. */
public record Limits(Settings settings, Terminal terminal, EngineInfo engine) {

    /** The project with these limits, which are written to .env; an exception where they do not fit and nobody asked for them. */
    public Compose fit(Compose compose, SmallProfile small, Optional<Profile> wanted) {
        var fitting = compose;
        if (new CpuLimit(settings, terminal).settle(Demands.of(fitting), engine.ncpu())) {
            fitting = fitting.anew();
        }
        var choice = new ProfileChoice(small, settings, terminal);
        if (choice.settle(wanted, room(fitting))) {
            fitting = fitting.anew();
        }
        choice.requireRoom(wanted, room(fitting));
        return fitting;
    }

    private Room room(Compose compose) {
        return Room.of(Demands.of(compose), engine.memTotal());
    }
}
