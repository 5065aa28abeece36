package dev.datastack.cli.docker;

import static dev.datastack.cli.docker.Json.number;
import static dev.datastack.cli.docker.Json.text;

import dev.datastack.cli.docker.Container.Binding;
import dev.datastack.cli.docker.Container.Config;
import dev.datastack.cli.docker.Container.Endpoint;
import dev.datastack.cli.docker.Container.Health;
import dev.datastack.cli.docker.Container.Healthcheck;
import dev.datastack.cli.docker.Container.HostConfig;
import dev.datastack.cli.docker.Container.LogConfig;
import dev.datastack.cli.docker.Container.Mount;
import dev.datastack.cli.docker.Container.NetworkSettings;
import dev.datastack.cli.docker.Container.Probe;
import dev.datastack.cli.docker.Container.RestartPolicy;
import dev.datastack.cli.docker.Container.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads a {@link Container} by hand; see {@link JsonText}. What the engine leaves out is empty, 0 or false. */
public final class ContainerJson {
    private ContainerJson() {}

    public static Container parse(String json) {
        return container(JsonText.read(json));
    }

    static Container container(JsonNode node) {
        return new Container(
                text(node, "Id"),
                text(node, "Image"),
                text(node, "Name"),
                number(node, "RestartCount"),
                state(node.path("State")),
                config(node.path("Config")),
                hostConfig(node.path("HostConfig")),
                list(node.path("Mounts"), ContainerJson::mount),
                new NetworkSettings(
                        map(node.path("NetworkSettings").path("Ports"), port -> list(port, ContainerJson::binding)),
                        map(node.path("NetworkSettings").path("Networks"), ContainerJson::endpoint)));
    }

    private static State state(JsonNode node) {
        var health = node.path("Health");
        return new State(
                ContainerState.of(text(node, "Status")),
                flag(node, "Running"),
                number(node, "ExitCode"),
                flag(node, "OOMKilled"),
                text(node, "Error"),
                text(node, "StartedAt"),
                text(node, "FinishedAt"),
                new Health(ContainerHealth.of(text(health, "Status")), list(health.path("Log"), ContainerJson::probe)));
    }

    private static Probe probe(JsonNode node) {
        return new Probe(text(node, "Start"), text(node, "End"), number(node, "ExitCode"), text(node, "Output"));
    }

    private static Config config(JsonNode node) {
        return new Config(
                text(node, "User"),
                texts(node.path("Env")),
                map(node.path("Labels"), ContainerJson::word),
                new Healthcheck(texts(node.path("Healthcheck").path("Test"))),
                texts(node.path("Shell")));
    }

    private static HostConfig hostConfig(JsonNode node) {
        return new HostConfig(
                new RestartPolicy(text(node.path("RestartPolicy"), "Name")),
                node.path("Memory").asLong(0),
                map(node.path("Tmpfs"), ContainerJson::word),
                new LogConfig(
                        text(node.path("LogConfig"), "Type"),
                        map(node.path("LogConfig").path("Config"), ContainerJson::word)));
    }

    private static Mount mount(JsonNode node) {
        return new Mount(
                text(node, "Type"),
                text(node, "Name"),
                text(node, "Source"),
                text(node, "Destination"),
                flag(node, "RW"));
    }

    private static Binding binding(JsonNode node) {
        return new Binding(text(node, "HostIp"), text(node, "HostPort"));
    }

    private static Endpoint endpoint(JsonNode node) {
        return new Endpoint(text(node, "IPAddress"), text(node, "GlobalIPv6Address"));
    }

    private static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean(false);
    }

    private static String word(JsonNode node) {
        return node.asString("");
    }

    private static List<String> texts(JsonNode array) {
        return list(array, ContainerJson::word);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reading) {
        return array.valueStream().map(reading).toList();
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> reading) {
        var map = new LinkedHashMap<String, T>();
        object.properties().forEach(entry -> map.put(entry.getKey(), reading.apply(entry.getValue())));
        return map;
    }
}
