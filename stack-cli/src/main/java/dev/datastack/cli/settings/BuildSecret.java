package dev.datastack.cli.settings;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that builds read as a build secret. Newer builders read none outside the clone, so a file from elsewhere is copied
 * into it. The variable then names the copy, because {@code docker compose} by itself has to find it too, and a second
 * variable remembers the source, so that a changed source is copied again.
 */
record BuildSecret(String variable, String copy, String mode) {
    static final String FOLDER = ".stack";

    void ensure(Path root, Settings settings, Terminal terminal) {
        var named = settings.path(variable, root);
        if (named.isEmpty()) {
            return;
        }
        if (named.get().equals(root.resolve(copy))) {
            refresh(root, settings, terminal);
            return;
        }
        requireReadable(variable, named.get());
        if (!isInside(root, named.get())) {
            takeIn(root, named.get(), settings, terminal);
        }
    }

    private void takeIn(Path root, Path source, Settings settings, Terminal terminal) {
        if (settings.isFixed(variable)) {
            throw unusable(
                    variable + " of this shell names " + source + ", and a build reads no file outside this clone.",
                    "the environment, which comes before .env",
                    "unset " + variable + "; echo '" + variable + "=" + source + "' >> .env; ./stack up");
        }
        write(root, source);
        settings.keep(sourceVariable(), source.toString());
        settings.keep(variable, "./" + copy);
        terminal.say("settings: " + variable + "=./" + copy + " written to .env, a copy of " + source
                + ": a build reads no file outside this clone");
    }

    private void refresh(Path root, Settings settings, Terminal terminal) {
        var target = root.resolve(copy);
        var source = settings.path(sourceVariable(), root);
        if (source.isEmpty()) {
            requireReadable(variable, target);
        } else if (isReadable(source.get()) || !Files.exists(target)) {
            requireReadable(sourceVariable(), source.get());
            if (differs(source.get(), target)) {
                write(root, source.get());
                terminal.say("settings: " + copy + " copied again from " + source.get());
            }
        } else {
            terminal.warn("settings: " + sourceVariable() + " names " + source.get()
                    + ", which is gone or not for you to read; the copy of it, " + copy + ", is used as it is");
        }
    }

    private String sourceVariable() {
        return variable + "_SOURCE";
    }

    /** As builders see it: a link in the clone that leads out of it counts as outside. */
    private static boolean isInside(Path root, Path file) {
        try {
            return file.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private boolean differs(Path source, Path target) {
        try {
            return !Files.exists(target) || Files.mismatch(source, target) >= 0;
        } catch (IOException e) {
            throw notCopied(source, e);
        }
    }

    /** In place: a container that has the copy mounted sees the new content only in the same file. */
    private void write(Path root, Path source) {
        var target = root.resolve(copy);
        try {
            Files.createDirectories(root.resolve(FOLDER));
            if (!Files.exists(target)) {
                Files.createFile(target);
            }
            if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
            }
            Files.write(target, Files.readAllBytes(source));
        } catch (IOException e) {
            throw notCopied(source, e);
        }
    }

    private StackException notCopied(Path source, IOException cause) {
        return unusable(
                source + " cannot be copied to " + copy + " (" + cause + ").",
                "to copy it into this clone, because a build reads no file outside it",
                "check the owner and the mode of .stack in this clone, and the space on the disk");
    }

    static void requireReadable(String name, Path file) {
        if (!isReadable(file)) {
            throw unusable(
                    name + " names " + file + ", "
                            + (Files.exists(file) ? "which you cannot read." : "which is not there."),
                    "to read " + file,
                    "let " + name + " in .env name a file that you can read, or take the line out; then ./stack up");
        }
    }

    private static StackException unusable(String what, String tried, String next) {
        return new StackException(Problem.BUILD_SECRET_UNUSABLE, what, tried, next);
    }

    static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }
}
