package dev.datastack.probe.jvm;

import dev.datastack.probe.machine.Host;
import dev.datastack.probe.machine.Unhealthy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;

/** The machine as the JDK shows it. */
public final class JvmHost implements Host {
    private final PrintStream out;
    private final PrintStream err;

    public JvmHost(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long currentTimeMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long lastModified(String path) throws Unhealthy {
        try {
            BasicFileAttributes attributes = Files.readAttributes(Path.of(path), BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new Unhealthy(path + " is not a regular file");
            }
            return attributes.lastModifiedTime().toMillis();
        } catch (IOException | InvalidPathException cause) {
            throw unreadable(path, cause);
        }
    }

    @Override
    public byte[] read(String path, int limit) throws Unhealthy {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            return file.readNBytes(limit);
        } catch (IOException | InvalidPathException cause) {
            throw unreadable(path, cause);
        }
    }

    private static Unhealthy unreadable(String path, Exception cause) {
        if (cause instanceof NoSuchFileException) {
            return new Unhealthy(path + " does not exist");
        }
        if (cause instanceof AccessDeniedException) {
            return new Unhealthy(path + " may not be read: permission denied");
        }
        return new Unhealthy(path + " cannot be read");
    }

    @Override
    public void random(byte[] bytes) {
        new SecureRandom().nextBytes(bytes);
    }

    @Override
    public void out(String line) {
        print(out, line);
    }

    @Override
    public void err(String line) {
        print(err, line);
    }

    /** UTF-8 whatever the locale says, as in the native build. */
    private static void print(PrintStream stream, String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, 0, bytes.length);
        stream.flush();
    }
}
