package dev.datastack.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Output captured from the real docker. */
public final class Fixture {
    private Fixture() {}

    public static String read(String name) {
        try (var stream = Objects.requireNonNull(Fixture.class.getResourceAsStream("/docker/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
