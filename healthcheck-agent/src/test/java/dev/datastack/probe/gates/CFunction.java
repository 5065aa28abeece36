package dev.datastack.probe.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A function of the C that TeaVM writes: one statement a line, as TeaVM lays it out. */
record CFunction(String name, List<String> statements) {
    private static final Path GENERATED = Path.of("target", "c", "classes");
    private static final Pattern FUNCTION = Pattern.compile(
            "^[\\w* ]+?\\b(meth_\\w+)\\([^;{]*\\) \\{[^\\n]*\\n(.*?)^\\}", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_]\\w*)\\(");

    /** All functions that the build has just written. */
    static List<CFunction> generated() {
        List<CFunction> functions = new ArrayList<>();
        try (var files = Files.walk(GENERATED)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".c")).toList()) {
                functions.addAll(in(Files.readString(file)));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("no C of TeaVM in " + GENERATED.toAbsolutePath(), cause);
        }
        return functions;
    }

    static List<CFunction> in(String text) {
        return FUNCTION.matcher(text)
                .results()
                .map(found -> new CFunction(
                        found.group(1),
                        found.group(2).lines().map(String::strip).toList()))
                .toList();
    }

    /** Every name with a parenthesis behind it: functions, macros, and words as {@code if}. */
    Set<String> calls() {
        Set<String> names = new HashSet<>();
        for (String statement : statements) {
            CALL.matcher(statement).results().forEach(call -> names.add(call.group(1)));
        }
        return names;
    }
}
