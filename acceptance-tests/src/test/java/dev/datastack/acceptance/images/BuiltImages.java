package dev.datastack.acceptance.images;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The images that a project builds, as the engine shows them. */
record BuiltImages(Shell shell, Map<String, JsonNode> inspected) {
    /** Everything below the root of an image, as {@code find} lists it. */
    record Entry(String mode, String type, String path) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String toString() {
            return mode + " " + path;
        }
    }

    static BuiltImages of(Project project) {
        var names = new TreeSet<String>();
        project.model().path("services").forEach(service -> {
            if (service.has("build")) {
                names.add(service.path("image").asString());
            }
        });
        var inspected = new TreeMap<String, JsonNode>();
        names.forEach(name -> inspected.put(name, inspect(project.shell(), name)));
        return new BuiltImages(project.shell(), inspected);
    }

    static JsonNode inspect(Shell shell, String image) {
        return JsonMapper.shared()
                .readTree(shell.output("docker", "image", "inspect", image))
                .path(0);
    }

    List<String> names() {
        return List.copyOf(inspected.keySet());
    }

    static List<String> layers(JsonNode image) {
        return StreamSupport.stream(image.at("/RootFS/Layers").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** An image from scratch has no shell that could list it; its one file is looked at by the agent's own tests. */
    List<String> withShell() {
        return names().stream()
                .filter(name -> !name.contains("/healthcheck-agent:"))
                .toList();
    }

    /** Read as root, so that nothing is hidden. */
    List<Entry> entries(String image) {
        var find = Shell.words(
                "docker run --rm --network none --user 0:0 --entrypoint find " + image + " / -xdev -printf",
                "%m %y %p\\n");
        return Arrays.stream(shell.output(find).split("\n"))
                .map(line -> line.split(" ", 3))
                .map(parts -> new Entry(parts[0], parts[1], parts[2]))
                .sorted(Comparator.comparing(Entry::path))
                .toList();
    }
}
