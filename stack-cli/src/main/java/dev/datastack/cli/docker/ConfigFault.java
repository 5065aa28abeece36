package dev.datastack.cli.docker;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.EnvFile.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Compose complains of, and where that stands: its words name a file, quote a value, or say neither. */
record ConfigFault(Path folder, String words) {
    private static final String ENV = ".env";
    private static final Pattern VARIABLE = Pattern.compile("(COMPOSE_\\w+) must be .*");
    private static final Pattern SERVICE = Pattern.compile("service \"([^\"]+)\".*");
    private static final String SYNTAX = "yaml: ";

    StackException refusal(String command) {
        var lines = lines();
        return new StackException(
                        Problem.COMPOSE_FILE_REFUSED,
                        words,
                        command + " in " + folder,
                        cure(lines) + "; 'docker compose config' shows the same message")
                .showing(lines.stream().map(line -> ENV + ", " + line.text()).toList());
    }

    private String cure(List<Entry> lines) {
        var variable = VARIABLE.matcher(words);
        var named = files().stream().filter(this::isNamed).findFirst().or(this::onlyOneOfTheService);
        if (!lines.isEmpty()) {
            return "correct that line of " + ENV;
        }
        if (variable.matches()) {
            return "unset " + variable.group(1);
        }
        if (named.isPresent()) {
            return Files.exists(folder.resolve(named.get()))
                    ? "correct " + named.get()
                    : "correct COMPOSE_FILE in " + ENV + ": there is no " + named.get();
        }
        var files = new ArrayList<>(files());
        if (files.isEmpty()) {
            files.add("docker-compose.yml");
        }
        if (!words.startsWith(SYNTAX)) {
            files.add(ENV);
        }
        return "correct " + String.join(" or ", files);
    }

    /** A service that is in one file alone can be wrong there alone. */
    private Optional<String> onlyOneOfTheService() {
        var service = SERVICE.matcher(words);
        if (!service.matches()) {
            return Optional.empty();
        }
        var key = Pattern.compile("(?m)^\\s+[\"']?" + Pattern.quote(service.group(1)) + "[\"']?\\s*:");
        var having =
                files().stream().filter(file -> key.matcher(text(file)).find()).toList();
        return having.size() == 1 ? Optional.of(having.get(0)) : Optional.empty();
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** The lines whose value Compose quotes, or ends with. */
    private List<Entry> lines() {
        return env().map(env -> env.entries().stream().filter(this::isQuoted).toList())
                .orElse(List.of());
    }

    private boolean isQuoted(Entry entry) {
        var value = entry.unquoted();
        return !value.isBlank()
                && (words.contains("'" + value + "'")
                        || words.contains('"' + value + '"')
                        || words.endsWith(": " + value));
    }

    private boolean isNamed(String file) {
        return Pattern.compile("[/\\\\]" + Pattern.quote(file) + "(?![\\w.-])")
                .matcher(words)
                .find();
    }

    private List<String> files() {
        var chosen = env().flatMap(env -> env.value("COMPOSE_FILE", Map.of())).filter(value -> !value.isBlank());
        return chosen.map(value -> List.of(value.split("[:;,]")))
                .orElseGet(() -> ComposeFileNames.all()
                        .filter(name -> Files.exists(folder.resolve(name)))
                        .toList());
    }

    /** Empty where it cannot be read, which is a fault of its own. */
    private Optional<EnvFile> env() {
        var env = new EnvFile(folder.resolve(ENV));
        try {
            env.entries();
            env.value("COMPOSE_FILE", Map.of());
            return Optional.of(env);
        } catch (StackException e) {
            return Optional.empty();
        }
    }
}
