package dev.datastack.cli.docker;

import java.util.List;

/** The services of a project that have a container, besides one that others depend on, and besides one-shots. */
public record OtherServices(Compose compose, List<String> names) {
    public static OtherServices than(String service, Compose compose) {
        var there = compose.states().stream().map(ServiceState::service).toList();
        return new OtherServices(
                compose,
                compose.model().services().stream()
                        .filter(one -> !one.oneShot())
                        .map(ComposeModel.Service::name)
                        .filter(name -> !name.equals(service) && there.contains(name))
                        .toList());
    }

    public void stop() {
        if (!names.isEmpty()) {
            compose.stop(names.toArray(String[]::new)).orThrow();
        }
    }

    /** What runs already is left alone. */
    public void start() {
        if (!names.isEmpty()) {
            compose.start(names.toArray(String[]::new)).orThrow();
        }
    }
}
