package dev.datastack.cli.sandbox;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What a Compose file takes in: {@code include}, {@code extends}, {@code env_file}, {@code label_file}. The resolved project
 * no longer shows them, and Compose reads them while it resolves, so they are looked for before. On which level a word
 * stands is not asked: a file that uses it for something else names no file of this machine with it.
 */
final class Inclusions {
    /** A path that a Compose file takes in, as it is written, and the word that asks for it. */
    record Inclusion(String word, String path) {
        /** What stands there is a Compose file again. */
        boolean isComposeFile() {
            return word.equals("include") || word.equals("extends");
        }
    }

    /** Larger ones are no Compose files. */
    private static final long LARGEST = 1_000_000;

    private static final Set<String> WORDS = Set.of("include", "extends", "env_file", "label_file");
    /** Within those, what names no file. */
    private static final Set<String> NO_PATHS = Set.of("service", "required", "format");

    private final List<Inclusion> found = new ArrayList<>();
    // An alias is the same node again, and may stand within itself.
    private final Set<Node> looked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    private Inclusions() {}

    /** In the order of the file. */
    static List<Inclusion> of(Path file) {
        var name = file.getFileName();
        try {
            if (Files.size(file) > LARGEST) {
                throw new SandboxException(name + " is larger than a Compose file can be");
            }
            return of(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new SandboxException(name + " is not in UTF-8");
        } catch (IOException e) {
            throw new SandboxException(name + " cannot be read (" + e + ")");
        } catch (YamlEngineException e) {
            throw new SandboxException(name + " is not YAML: " + firstLine(e));
        } catch (StackOverflowError e) {
            throw new SandboxException(name + " is nested too deeply");
        }
    }

    static List<Inclusion> of(String yaml) {
        var inclusions = new Inclusions();
        var settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                // Each node is looked at once, so aliases cost nothing here.
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .build();
        new Compose(settings).composeAllFromString(yaml).forEach(inclusions::look);
        return List.copyOf(inclusions.found);
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void look(Node node) {
        if (!looked.add(node)) {
            return;
        }
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(this::look);
        } else if (node instanceof MappingNode map) {
            map.getValue().forEach(entry -> {
                if (WORDS.contains(key(entry))) {
                    take(key(entry), entry.getValueNode());
                }
                look(entry.getValueNode());
            });
        }
    }

    private void take(String word, Node node) {
        if (node instanceof ScalarNode path) {
            found.add(new Inclusion(word, path.getValue()));
        } else if (!taken.add(node)) {
            return;
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(one -> take(word, one));
        } else if (node instanceof MappingNode map) {
            map.getValue().stream()
                    .filter(entry -> !NO_PATHS.contains(key(entry)))
                    .forEach(entry ->
                            take(key(entry).equals("project_directory") ? key(entry) : word, entry.getValueNode()));
        }
    }

    private static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }
}
