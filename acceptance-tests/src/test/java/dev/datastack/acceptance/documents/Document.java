package dev.datastack.acceptance.documents;

import dev.datastack.acceptance.stack.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the blocks of a Markdown file. */
final class Document {
    private static final List<String> FOLDERS = List.of("docs", "docker", "deploy");
    private static final String FENCE = "```";
    private static final String OUTPUT = "<!-- output -->";

    private final Path file;
    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();

    private Document(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** README, CONTRIBUTING, and all of docs, docker and deploy. */
    static List<Path> all() {
        return Repository.sources().stream()
                .filter(path -> path.toString().endsWith(".md"))
                .filter(path -> path.getNameCount() == 1 || FOLDERS.stream().anyMatch(path::startsWith))
                .toList();
    }

    static List<Block> allBlocks() {
        return all().stream()
                .flatMap(path -> blocks(path, Repository.read(Repository.root().resolve(path))).stream())
                .toList();
    }

    static List<Block> blocks(Path file, String text) {
        var document = new Document(file, text.lines().toList());
        document.scan();
        return List.copyOf(document.blocks);
    }

    private void scan() {
        for (int at = 0; at < lines.size(); at++) {
            if (!isFence(at)) {
                continue;
            }
            int end = closing(at);
            var block = block(at, end);
            if (above(at).equals(OUTPUT) && !blocks.isEmpty()) {
                blocks.set(blocks.size() - 1, showing(blocks.get(blocks.size() - 1), block.text()));
            } else {
                blocks.add(block);
            }
            at = end;
        }
    }

    private boolean isFence(int at) {
        return lines.get(at).strip().startsWith(FENCE);
    }

    private int closing(int opening) {
        for (int at = opening + 1; at < lines.size(); at++) {
            if (lines.get(at).strip().equals(FENCE)) {
                return at;
            }
        }
        throw new AssertionError(file + ":" + (opening + 1) + " opens a block that nothing closes");
    }

    private Block block(int from, int to) {
        int indent = lines.get(from).indexOf(FENCE);
        var text = lines.subList(from + 1, to).stream()
                .map(line -> line.isBlank() ? "" : line.substring(Math.min(indent, line.length())))
                .reduce("", (all, line) -> all + line + "\n");
        var language = lines.get(from).strip().substring(FENCE.length()).strip();
        return new Block(file, from + 1, language, Marker.of(above(from)), text, Optional.empty());
    }

    /** The last line above a fence that is not blank. */
    private String above(int fence) {
        for (int at = fence - 1; at >= 0; at--) {
            if (!lines.get(at).isBlank()) {
                return lines.get(at).strip();
            }
        }
        return "";
    }

    private static Block showing(Block block, String output) {
        return new Block(
                block.file(), block.line(), block.language(), block.marker(), block.text(), Optional.of(output));
    }
}
