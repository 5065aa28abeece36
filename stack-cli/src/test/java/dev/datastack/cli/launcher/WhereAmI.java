package dev.datastack.cli.launcher;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in for the command: says whether the clone's folder can be opened, and repeats its argument. */
final class WhereAmI {
    private WhereAmI() {}

    public static void main(String[] arguments) {
        var found = Files.isRegularFile(Path.of(System.getProperty("stack.home", ""), "stack"));
        var charset =
                System.getProperty("stack.charset", Charset.defaultCharset().name());
        new PrintStream(System.out, true, Charset.forName(charset)).println(found + " " + arguments[0]);
    }
}
