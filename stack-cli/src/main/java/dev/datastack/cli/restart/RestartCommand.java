package dev.datastack.cli.restart;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.up.Recovery;
import dev.datastack.cli.up.progress.LiveView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = "Restarts services, and returns when they are healthy again.",
        footer = {
            "",
            "Without a SERVICE, it restarts those that are running, one-shots not among them. The containers stay the same:"
                    + " after a change of docker-compose.yml or .env run 'stack up'. Ctrl-C stops the watching, not the"
                    + " services.",
            "",
            "Examples:",
            "  ./stack restart                       everything that is running",
            "  ./stack restart postgres pgadmin      two services",
            "  ./stack restart --timeout 30 pgadmin  give up after 30 seconds"
        })
public final class RestartCommand implements Callable<Integer> {
    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long they may take, or longer while there is progress (default: 300).")
    private int timeout = 300;

    @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "A service name from docker-compose.yml.")
    private List<String> names = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Context context;

    public RestartCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var compose = context.compose();
        var services = wanted(compose.model(), compose.states());
        var watch = context.interrupts().on(this::sayThatTheyRun);
        try {
            restart(compose, services.stream().map(Service::name).toList());
            var view = LiveView.on(context.terminal());
            var took = new Recovery(compose, context.docker(), view, context.time())
                    .await(services, Duration.ofSeconds(timeout), "docker compose restart");
            context.terminal().say("restart: healthy again after " + took.toSeconds() + " s.");
            return ExitCode.WELL;
        } finally {
            watch.close();
        }
    }

    private List<Service> wanted(ComposeModel model, List<ServiceState> states) {
        requireKnown(model);
        var running = ServiceState.runningServices(states);
        var there = states.stream().map(ServiceState::service).collect(Collectors.toSet());
        var absent = names.stream().filter(name -> !there.contains(name)).findFirst();
        if (absent.isPresent()) {
            throw notThere("the service " + absent.get() + " has no container.");
        }
        if (names.isEmpty() && running.isEmpty()) {
            throw notThere("no service is running.");
        }
        Collection<String> chosen = names.isEmpty() ? running : names;
        return model.running().stream()
                .filter(service -> chosen.contains(service.name()))
                .toList();
    }

    private void requireKnown(ComposeModel model) {
        ComposeModel.unknown(names, model.running()).ifPresent(unknown -> {
            throw new ParameterException(spec.commandLine(), unknown);
        });
    }

    private static StackException notThere(String what) {
        return new StackException(Problem.NOT_RUNNING, what, "docker compose ps", "start it with './stack up'");
    }

    private void restart(Compose compose, List<String> services) {
        var status = new StatusLine(context.terminal(), "restart");
        status.now(String.join(", ", services));
        var finished = compose.restart(services, status::now);
        status.clear();
        finished.orThrow();
    }

    private void sayThatTheyRun() {
        context.terminal()
                .warn("\nstack: interrupted. The services keep running: './stack status --watch' shows them.");
    }
}
