package dev.datastack.cli.host;

import java.io.File;
import java.util.Locale;

/** The machine that this program runs on, in Java's words. */
public record Platform(String system, String processor) {

    public static Platform here() {
        return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    public boolean isWindows() {
        return is("windows");
    }

    public boolean isMac() {
        return is("mac");
    }

    public boolean isLinux() {
        return is("linux");
    }

    /** For a command without the terminal, which must not wait for input that nobody can give. */
    public File nullDevice() {
        return new File(isWindows() ? "NUL" : "/dev/null");
    }

    private boolean is(String start) {
        return system.toLowerCase(Locale.ROOT).startsWith(start);
    }
}
