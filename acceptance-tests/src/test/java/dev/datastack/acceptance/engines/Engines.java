package dev.datastack.acceptance.engines;

import dev.datastack.acceptance.stack.ImageStore;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.SecondEngine;
import dev.datastack.acceptance.stack.SecondEngine.Kind;
import dev.datastack.acceptance.stack.SecondEngine.Network;
import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The engine in use, and beside it one with the other image store, started when it is first asked for. */
final class Engines implements AutoCloseable {
    private static final List<String> BASES =
            List.of("debian:trixie-slim", "python:3.13-slim-trixie", "eclipse-temurin:25-jdk", "postgres:17");

    private final Shell here;
    private @Nullable SecondEngine second;

    Engines(Shell here) {
        this.here = here;
    }

    Shell with(ImageStore store) {
        if (ImageStore.of(here).equals(store)) {
            return here;
        }
        return second(new Kind(store, Network.OUT)).there();
    }

    /** Always a second one. */
    SecondEngine withMemory(ImageStore store, long bytes) {
        return second(new Kind(store, Network.OUT, OptionalLong.of(bytes)));
    }

    private SecondEngine second(Kind kind) {
        if (second == null) {
            second = start(kind);
        }
        return second;
    }

    private SecondEngine start(Kind kind) {
        var prefix = Repository.setting("BASE_PREFIX").orElse("");
        var bases = BASES.stream().map(base -> prefix + base).toList();
        var name = "engines-" + Long.toString(ProcessHandle.current().pid(), 36);
        var engine = SecondEngine.start(here, name, bases.get(0), kind);
        // It has no images and may reach no registry: it gets the bases from the engine that has them.
        var copy = "docker save " + String.join(" ", bases) + " | DOCKER_HOST="
                + engine.there().environment().get("DOCKER_HOST") + " docker load";
        here.within(Duration.ofMinutes(10)).output("sh", "-c", copy);
        return engine;
    }

    @Override
    public void close() {
        if (second != null) {
            second.close();
        }
    }
}
