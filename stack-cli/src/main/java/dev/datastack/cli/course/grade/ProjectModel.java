package dev.datastack.cli.course.grade;

import dev.datastack.cli.sandbox.ProjectFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The project as Compose reads it: {@code resolved} with its variables filled in, {@code raw} as it is written. */
record ProjectModel(JsonNode resolved, JsonNode raw, ProjectFiles files) {
    private static final Pattern NUMBER = Pattern.compile("\\d{2,5}");

    /** The services that have a container, one-shots included. */
    List<String> services() {
        return resolved.path("services").properties().stream()
                .filter(entry -> replicas(entry.getValue()) > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int replicas(JsonNode service) {
        return service.path("scale")
                .asInt(service.path("deploy").path("replicas").asInt(1));
    }

    /** Services whose end another one waits for. */
    Set<String> oneShots() {
        var names = new TreeSet<String>();
        for (var entry : resolved.path("services").properties()) {
            entry.getValue().path("depends_on").properties().stream()
                    .filter(need ->
                            need.getValue().path("condition").asString("").equals("service_completed_successfully"))
                    .forEach(need -> names.add(need.getKey()));
        }
        return names;
    }

    List<String> longRunning() {
        var oneShots = oneShots();
        return services().stream().filter(name -> !oneShots.contains(name)).toList();
    }

    BuildFile buildFile(String service) {
        return BuildFile.of(service(service).path("build"), files);
    }

    JsonNode service(String name) {
        return resolved.path("services").path(name);
    }

    /** The services that only a profile starts, as they are written. */
    ProjectModel hidden() {
        var services = JsonMapper.shared().createObjectNode();
        raw.path("services").properties().stream()
                .filter(entry -> !resolved.path("services").has(entry.getKey()))
                .filter(entry -> !entry.getValue().path("profiles").isEmpty())
                .forEach(entry -> services.set(entry.getKey(), entry.getValue()));
        var project = JsonMapper.shared().createObjectNode();
        project.set("services", services);
        return new ProjectModel(project, project, files);
    }

    String profiles(String name) {
        var names = new ArrayList<String>();
        raw.path("services").path(name).path("profiles").forEach(profile -> names.add(profile.asString("")));
        return String.join(", ", names);
    }

    boolean isBuilt(String name) {
        return service(name).has("build");
    }

    String image(String name) {
        return service(name).path("image").asString("");
    }

    /** Entry point and command in one line. */
    String command(String name) {
        var words = new ArrayList<String>();
        for (var part : List.of("entrypoint", "command")) {
            var node = service(name).path(part);
            if (node.isString()) {
                words.add(node.asString());
            }
            node.forEach(word -> words.add(word.asString("")));
        }
        return String.join(" ", words);
    }

    /** The same, or what the image of its own starts by itself. */
    String start(String name) {
        var command = command(name);
        return command.isEmpty() && isBuilt(name) ? buildFile(name).command() : command;
    }

    /** Names of its variables. */
    List<String> variables(String name) {
        return List.copyOf(service(name).path("environment").propertyNames());
    }

    /** Folders of the container in which something is mounted. */
    List<String> targets(String name) {
        return StreamSupport.stream(service(name).path("volumes").spliterator(), false)
                .map(volume -> volume.path("target").asString(""))
                .toList();
    }

    /** Container ports, whether published or only exposed, and the host's. */
    Set<Integer> ports(String name) {
        var ports = new TreeSet<Integer>();
        for (var port : service(name).path("ports")) {
            ports.add(port.path("target").asInt(0));
            ports.add(port.path("published").asInt(0));
        }
        service(name).path("expose").forEach(port -> ports.add(port.asInt(0)));
        return ports;
    }

    /** The host's ports of a service as a reader of the file knows them: the default where a variable has one. */
    List<String> writtenPorts(String name) {
        var published = StreamSupport.stream(
                raw.path("services").path(name).path("ports").spliterator(), false);
        return published
                .map(port -> port.isString()
                        ? hostPart(port.asString())
                        : port.path("published").asString(""))
                .flatMap(text -> NUMBER.matcher(text).results())
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    /** {@code 127.0.0.1:${PORT:-8080}:8080} without the address and the container's port. */
    private static String hostPart(String port) {
        var withoutAddress = port.replaceFirst("^\\d+\\.\\d+\\.\\d+\\.\\d+:", "");
        return withoutAddress.replaceFirst(":\\d+(/\\w+)?$", "");
    }

    /** Variables of a service as they are written in the file. */
    Map<String, String> writtenEnvironment(String name) {
        var written = new LinkedHashMap<String, String>();
        var environment = raw.path("services").path(name).path("environment");
        environment
                .properties()
                .forEach(entry -> written.put(entry.getKey(), entry.getValue().asString("")));
        for (var line : environment) {
            var text = line.asString("");
            if (environment.isArray() && text.contains("=")) {
                written.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
            }
        }
        return written;
    }
}
