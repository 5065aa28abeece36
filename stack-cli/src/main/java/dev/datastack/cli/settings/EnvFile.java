package dev.datastack.cli.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.EnvLine.Refused;
import dev.datastack.cli.settings.EnvLine.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The file .env of this clone, where Compose finds its variables. It is read as Compose reads it, or refused; what is
 * written changes one line, byte by byte the others stay.
 */
public final class EnvFile {
    private static final String BYTE_ORDER_MARK = new String("\uFEFF".getBytes(UTF_8), ISO_8859_1);

    private final Path file;

    public EnvFile(Path file) {
        this.file = file;
    }

    /** A value may refer to the environment's variables, and to those of the lines before it. */
    public Optional<String> value(String name, Map<String, String> environment) {
        var values = new HashMap<String, EnvValue>();
        var lines = lines(bytes());
        for (int i = 0; i < lines.size(); i++) {
            if (parsed(lines.get(i), i + 1) instanceof Setting setting) {
                var value = EnvValue.of(
                        i + 1,
                        setting.written(),
                        other -> Optional.ofNullable(environment.get(other))
                                .<EnvValue>map(EnvValue.Known::new)
                                .or(() -> Optional.ofNullable(values.get(other))));
                values.put(setting.name(), value);
            }
        }
        var found = values.get(name);
        if (found instanceof EnvValue.Unclear unclear) {
            throw refused(unclear.line(), name + " cannot be read: " + unclear.reason());
        }
        return found instanceof EnvValue.Known known ? Optional.of(known.text()) : Optional.empty();
    }

    /** A line that gives a name a value, as it is written there; lines count from 1. */
    public record Entry(int line, String name, String written) {
        public String unquoted() {
            return written.replaceAll("^['\"]|['\"]$", "");
        }

        /** For a sentence. */
        public String text() {
            return "line " + line + ": " + name + "=" + written;
        }
    }

    /** The line that counts, the last of this name. */
    public Optional<Entry> entry(String name) {
        return entries().stream().filter(entry -> entry.name().equals(name)).reduce((earlier, later) -> later);
    }

    /** In the order of the file. */
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        var lines = lines(bytes());
        for (int i = 0; i < lines.size(); i++) {
            if (parsed(lines.get(i), i + 1) instanceof Setting setting) {
                entries.add(new Entry(i + 1, setting.name(), setting.written()));
            }
        }
        return entries;
    }

    public boolean hasWindowsLineEnds() {
        return bytes().contains("\r\n");
    }

    public void removeWindowsLineEnds() {
        write(bytes().replace("\r\n", "\n"));
    }

    public void set(String name, String value) {
        set(Map.of(name, value));
    }

    /** Changes the lines that count, which are the last of each name, or adds them: all at once. */
    public void set(Map<String, String> values) {
        var text = bytes();
        for (var value : new TreeMap<>(values).entrySet()) {
            text = set(text, value.getKey(), value.getValue());
        }
        write(text);
    }

    /** Every line that gives one of the names a value. */
    public void remove(Set<String> names) {
        var text = bytes();
        var lines = lines(text);
        var kept = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (!(parsed(lines.get(i), i + 1) instanceof Setting setting && names.contains(setting.name()))) {
                kept.add(lines.get(i));
            }
        }
        write((text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "") + String.join("\n", kept));
    }

    private String set(String text, String name, String value) {
        var written = EnvValue.writing(value)
                .orElseThrow(() -> new StackException(
                        Problem.SETTINGS_UNWRITABLE,
                        "no line of it can hold this value of " + name + ": " + value,
                        file.toString(),
                        "use a value without line ends, and without a backslash before a quote or at its end"));
        var lines = new ArrayList<>(lines(text));
        int at = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (parsed(lines.get(i), i + 1) instanceof Setting setting
                    && setting.name().equals(name)) {
                at = i;
            }
        }
        if (at < 0) {
            var end = text.contains("\r\n") ? "\r\n" : "\n";
            var last = lines.get(lines.size() - 1);
            lines.set(lines.size() - 1, last + (last.isEmpty() ? "" : end) + raw(name + "=" + written) + end);
        } else if (parsed(lines.get(at), at + 1) instanceof Setting setting) {
            lines.set(at, raw(setting.head() + written) + (lines.get(at).endsWith("\r") ? "\r" : ""));
        }
        return (text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "") + String.join("\n", lines);
    }

    private EnvLine parsed(String raw, int number) {
        var line = EnvLine.of(new String(raw.getBytes(ISO_8859_1), UTF_8));
        if (line instanceof Refused refusal) {
            throw refused(number, refusal.reason());
        }
        return line;
    }

    private static String raw(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /** Compose ends a line at a line feed alone; the last one is empty where the file ends with one. */
    private static List<String> lines(String text) {
        var content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        return List.of(content.split("\n", -1));
    }

    /** A character a byte, so that what nobody here can read is written back as it was. */
    private String bytes() {
        if (Files.isDirectory(file)) {
            throw unusable("it is a folder.", "move the folder away; './stack up' works without the file, too");
        }
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw unusable("it is a link to a file that does not exist.", "remove the link, or make the file");
        }
        try {
            return Files.exists(file) ? Files.readString(file, ISO_8859_1) : "";
        } catch (IOException e) {
            throw unusable("read", e);
        }
    }

    /** Written beside it and moved: a reader never finds half a file. Owner's rights and a link to elsewhere stay. */
    private void write(String text) {
        try {
            var target = Files.exists(file) ? file.toRealPath() : file;
            var beside = target.resolveSibling(target.getFileName() + ".new");
            try {
                if (Files.exists(target)) {
                    Files.copy(target, beside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
                Files.writeString(beside, text, ISO_8859_1);
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw unusable("written", e);
        }
    }

    private StackException refused(int line, String reason) {
        return new StackException(
                Problem.SETTINGS_UNWRITABLE,
                "line " + line + ": " + reason + ".",
                file.toString(),
                "correct that line; .env.example shows how lines look");
    }

    private StackException unusable(String verb, IOException cause) {
        return unusable(
                "it cannot be " + verb + " (" + cause + ").",
                "check the owner and the mode of the file and of its folder");
    }

    private StackException unusable(String what, String next) {
        return new StackException(Problem.SETTINGS_UNWRITABLE, what, file.toString(), next);
    }
}
