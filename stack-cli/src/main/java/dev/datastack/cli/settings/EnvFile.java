package dev.datastack.cli.settings;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file .env of this clone, where Compose finds its variables. */
public final class EnvFile {
    private final Path file;

    public EnvFile(Path file) {
        this.file = file;
    }

    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (var line : lines()) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.stripLeading().startsWith("#")) {
                values.put(
                        name(line, equals), unquoted(line.substring(equals + 1).strip()));
            }
        }
        return values;
    }

    /** Sets one variable and leaves every other line as it is. */
    public void set(String name, String value) {
        var lines = new ArrayList<>(lines());
        var line = name + "=" + value;
        int at = -1;
        for (int i = 0; i < lines.size(); i++) {
            int equals = lines.get(i).indexOf('=');
            if (equals > 0 && name(lines.get(i), equals).equals(name)) {
                at = i;
            }
        }
        if (at < 0) {
            lines.add(line);
        } else {
            lines.set(at, line);
        }
        write(String.join("\n", lines) + "\n");
    }

    private static String name(String line, int equals) {
        return line.substring(0, equals).strip().replaceFirst("^export\\s+", "");
    }

    private static String unquoted(String value) {
        if (value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"))) {
            int end = value.indexOf(value.charAt(0), 1);
            return end > 0 ? value.substring(1, end) : value;
        }
        return value.replaceFirst("\\s+#.*$", "");
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw unusable("read", e);
        }
    }

    /** Written beside it and moved: a reader never finds half a file. */
    private void write(String text) {
        try {
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable("written", e);
        }
    }

    private StackException unusable(String verb, IOException cause) {
        return new StackException(
                Problem.SETTINGS_UNWRITABLE,
                "it cannot be " + verb + " (" + cause + ").",
                file.toString(),
                "check the owner and the mode of the file and of its folder");
    }
}
