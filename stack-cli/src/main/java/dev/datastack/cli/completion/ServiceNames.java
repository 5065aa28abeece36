package dev.datastack.cli.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The services that docker-compose.yml runs, as words that may follow a verb. They are read from the file as it is: a script
 * that is sourced by every new shell must not need Docker.
 */
record ServiceNames(List<String> names) {
    private static final String LABEL = "SERVICE";

    /** None where the file cannot be read; verbs and options are completed all the same. */
    static ServiceNames of(Path root) {
        try {
            var file = new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(root.resolve("docker-compose.yml")));
            return new ServiceNames(
                    file instanceof Map<?, ?> whole && whole.get("services") instanceof Map<?, ?> services
                            ? running(services)
                            : List.of());
        } catch (IOException | YamlEngineException e) {
            return new ServiceNames(List.of());
        }
    }

    private static List<String> running(Map<?, ?> services) {
        return services.entrySet().stream()
                .filter(service -> !(service.getValue() instanceof Map<?, ?> settings
                        && Integer.valueOf(0).equals(settings.get("scale"))))
                .map(service -> service.getKey().toString())
                .toList();
    }

    /** Wherever a verb takes a service. */
    void addTo(CommandLine line) {
        var spec = line.getCommandSpec();
        List.copyOf(spec.positionalParameters()).stream()
                .filter(parameter -> parameter.paramLabel().equals(LABEL))
                .forEach(parameter -> {
                    spec.remove(parameter);
                    spec.addPositional(PositionalParamSpec.builder(parameter)
                            .completionCandidates(names)
                            .build());
                });
        line.getSubcommands().values().forEach(this::addTo);
    }
}
