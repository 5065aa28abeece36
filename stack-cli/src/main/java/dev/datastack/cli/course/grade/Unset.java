package dev.datastack.cli.course.grade;

import dev.datastack.cli.sandbox.ProjectFiles;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a clone lacks when its author kept the {@code .env}: the variables that have no value and no default. */
final class Unset {
    private static final Pattern COMPOSE = Pattern.compile("(?:docker-)?compose[\\w.-]*\\.ya?ml");
    private static final Pattern EXAMPLE =
            Pattern.compile("\\.?env[._-](?:example|sample|template|dist)|(?:example|sample|template)\\.env");
    /** With braces a default or a complaint may follow; {@code $$} is a dollar sign. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\$|\\$\\{(\\w+)(:?[-+?][^}]*)?}|\\$([A-Za-z_]\\w*)");

    private static final Pattern SET = Pattern.compile("(?m)^\\s*(?:export\\s+)?([A-Za-z_]\\w*)\\s*=");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)#.*$");

    private Unset() {}

    /** The end of a sentence, with a comma in front; empty where nothing is lacking. */
    static String in(ProjectFiles files) {
        try {
            var names = wanted(files);
            boolean there = files.has(".env");
            if (there) {
                SET.matcher(files.text(".env")).results().forEach(set -> names.remove(set.group(1)));
            }
            return names.isEmpty() ? "" : sentence(names, there, files.top());
        } catch (IOException e) {
            // Whoever asks has a message of their own.
            return "";
        }
    }

    private static String sentence(Set<String> names, boolean there, List<String> files) {
        var example =
                files.stream().filter(name -> EXAMPLE.matcher(name).matches()).findFirst();
        return ", and " + String.join(", ", names) + (names.size() == 1 ? " is" : " are") + " not set"
                + (there ? " in .env" : ", because there is no .env")
                + example.map(name -> "; " + name + " is there to be copied").orElse("");
    }

    private static Set<String> wanted(ProjectFiles files) throws IOException {
        var names = new TreeSet<String>();
        for (var file : files.top()) {
            if (COMPOSE.matcher(file).matches()) {
                var text = COMMENT.matcher(files.text(file)).replaceAll("");
                VARIABLE.matcher(text).results().forEach(match -> {
                    var name = match.group(1) == null ? match.group(3) : match.group(1);
                    var more = match.group(2) == null ? "" : match.group(2);
                    if (name != null && !more.matches("(?s):?[-+].*")) {
                        names.add(name);
                    }
                });
            }
        }
        names.removeIf(name -> name.startsWith("COMPOSE_"));
        return names;
    }
}
