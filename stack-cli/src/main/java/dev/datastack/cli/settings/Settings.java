package dev.datastack.cli.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A variable as Compose finds it: the environment first, then .env. An empty value counts as none. */
public final class Settings {
    private final Map<String, String> environment;
    private final EnvFile file;

    public Settings(Map<String, String> environment, EnvFile file) {
        this.environment = environment;
        this.file = file;
    }

    public Optional<String> get(String name) {
        return isFixed(name) ? present(Optional.ofNullable(environment.get(name))) : kept(name);
    }

    /** The file that a variable names, as Compose finds it from the clone's folder. */
    public Optional<Path> path(String name, Path root) {
        return get(name).map(value -> {
            var home = get("HOME").filter(there -> value.startsWith("~/"));
            var path = home.map(there -> Path.of(there, value.substring(2))).orElseGet(() -> Path.of(value));
            return root.resolve(path).normalize();
        });
    }

    /** What stands before the name of each base image; empty for the registries that the names themselves say. */
    public String basePrefix() {
        return get("BASE_PREFIX").orElse("");
    }

    public EnvFile file() {
        return file;
    }

    /** What .env says, whatever the environment does. */
    public Optional<String> kept(String name) {
        return present(file.value(name, environment));
    }

    private static Optional<String> present(Optional<String> value) {
        return value.filter(text -> !text.isBlank());
    }

    /** For this clone, from now on. */
    public void keep(String name, String value) {
        file.set(name, value);
    }

    /** Several at once, or none. */
    public void keep(Map<String, String> values) {
        file.set(values);
    }

    /** No longer for this clone. */
    public void forget(Set<String> names) {
        file.remove(names);
    }

    /** The same with another value for a name, whatever else says. */
    public Settings with(Map<String, String> values) {
        var all = new HashMap<>(environment);
        all.putAll(values);
        return new Settings(Map.copyOf(all), file);
    }

    /** Whether the environment overrides what .env says. */
    public boolean isFixed(String name) {
        return environment.containsKey(name);
    }
}
