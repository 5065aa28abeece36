package dev.datastack.cli.profile;

import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.Terminal;
import java.util.List;

/** The engine creates no container whose limit is more CPUs than it has itself. */
public final class CpuLimit {
    public static final String SETTING = "STACK_CPUS";

    private final Settings settings;
    private final Terminal terminal;

    CpuLimit(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /**
     * Lowers the limit where it is more than the engine has, unless somebody has set it; 0 CPUs are those it does not tell.
     * True where .env has changed.
     */
    boolean settle(List<Demands> demands, int cpus) {
        boolean tooMany = demands.stream().anyMatch(service -> service.cpus() > cpus);
        if (cpus == 0 || !tooMany || settings.get(SETTING).isPresent()) {
            return false;
        }
        settings.keep(SETTING, String.valueOf(cpus));
        terminal.say("limits: " + SETTING + "=" + cpus + " written to .env, the engine has no more CPUs");
        return true;
    }
}
