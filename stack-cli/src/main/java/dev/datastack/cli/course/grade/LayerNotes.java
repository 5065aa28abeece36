package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.TarFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is worth knowing of a layer: how much a program could make of its files, and which look like a secret. */
record LayerNotes(long bytes, boolean program, List<String> secrets, Optional<JsonNode> configuration) {
    private static final int TEXT = 64 * 1024;
    private static final int CONFIGURATION = 8 << 20;
    private static final int ENOUGH = 20;
    private static final Pattern PROGRAM =
            Pattern.compile("(?i).*\\.(?:py|pyc|so(?:\\.[\\d.]+)?|whl|jar|js|sh|egg|zip|tgz|tar\\.gz|war)"
                    + "|(?:.*/)?(?:bin|sbin|site-packages|dist-packages|node_modules)/.*");
    private static final int MAGIC = 4;

    /** A blob of a saved image is its configuration or one of its layers. */
    static LayerNotes of(InputStream blob) throws IOException {
        var stream = new BufferedInputStream(blob);
        stream.mark(1);
        int first = stream.read();
        stream.reset();
        return first == '{' ? configuration(stream.readNBytes(CONFIGURATION)) : layer(stream);
    }

    private static LayerNotes configuration(byte[] json) {
        try {
            return new LayerNotes(
                    0, false, List.of(), Optional.of(JsonMapper.shared().readTree(json)));
        } catch (JacksonException e) {
            return new LayerNotes(0, false, List.of(), Optional.empty());
        }
    }

    private static LayerNotes layer(InputStream tar) throws IOException {
        var notes = new Object() {
            private long bytes;
            private boolean program;
        };
        var secrets = new ArrayList<String>();
        TarFiles.each(tar, (path, size, content) -> {
            notes.bytes += size;
            var small = size <= TEXT && secrets.size() < ENOUGH && SecretFile.isWorthReading(path);
            var read = content.readNBytes(small ? (int) size : MAGIC);
            notes.program |= size > 0 && (PROGRAM.matcher(path).matches() || isExecutable(read));
            if (small && SecretFile.isSecret(path, new String(read, StandardCharsets.UTF_8))) {
                secrets.add("/" + path);
            }
        });
        return new LayerNotes(notes.bytes, notes.program, List.copyOf(secrets), Optional.empty());
    }

    /** Of a compiler, or with the line that names its interpreter. */
    private static boolean isExecutable(byte[] read) {
        var start = new String(read, 0, Math.min(MAGIC, read.length), StandardCharsets.ISO_8859_1);
        return start.equals("\u007fELF") || start.startsWith("#!");
    }
}
