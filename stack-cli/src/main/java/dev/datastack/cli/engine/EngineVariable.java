package dev.datastack.cli.engine;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A variable that says how docker speaks to the engine, and the words with which that fails. */
enum EngineVariable {
    DOCKER_API_VERSION("client version|API version|page not found"),
    DOCKER_TLS_VERIFY("resolve docker endpoint|TLS|tls:|HTTPS|x509"),
    DOCKER_TLS("resolve docker endpoint|TLS|tls:|HTTPS|x509"),
    DOCKER_CERT_PATH("resolve docker endpoint|TLS|tls:|HTTPS|x509");

    private final Pattern words;

    EngineVariable(String words) {
        this.words = Pattern.compile(words);
    }

    /** The first that is set and fits. */
    static Optional<EngineVariable> behind(String words, Map<String, String> environment) {
        return Stream.of(values())
                .filter(variable ->
                        !environment.getOrDefault(variable.name(), "").isBlank())
                .filter(variable -> variable.words.matcher(words).find())
                .findFirst();
    }

    StackException problem(String words) {
        return new StackException(
                Problem.ENGINE_MISLED, name() + " is set: " + words, "docker version", "unset " + name());
    }
}
