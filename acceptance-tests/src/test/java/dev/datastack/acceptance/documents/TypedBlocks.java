package dev.datastack.acceptance.documents;

import dev.datastack.acceptance.documents.Marker.RunBy;
import dev.datastack.acceptance.stack.Repository;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The blocks of one page that tests type as they are, and which of them were typed. */
public final class TypedBlocks {
    private final List<Block> blocks;
    private final Set<Block> typed = new HashSet<>();

    private TypedBlocks(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** The page is relative to the root of the clone. */
    public static TypedBlocks of(String page) {
        var text = Repository.read(Repository.root().resolve(page));
        return new TypedBlocks(Document.blocks(Path.of(page), text).stream()
                .filter(block -> block.marker() instanceof RunBy)
                .toList());
    }

    /** The commands of the only block in which these words are, with values in place of its placeholders. */
    public String with(String words, Map<String, String> values) {
        var found =
                blocks.stream().filter(block -> block.text().contains(words)).toList();
        if (found.size() != 1) {
            throw new AssertionError("'%s' is in these blocks: %s".formatted(words, found));
        }
        typed.add(found.get(0));
        var commands = found.get(0).text();
        for (var value : values.entrySet()) {
            commands = commands.replaceAll("\\b" + value.getKey() + "\\b", value.getValue());
        }
        return commands;
    }

    /** The blocks that are marked with this class, and were not typed. */
    public List<String> missing(Class<?> test) {
        return blocks.stream()
                .filter(block -> block.marker().equals(new RunBy(test.getSimpleName())))
                .filter(block -> !typed.contains(block))
                .map(Block::toString)
                .toList();
    }
}
