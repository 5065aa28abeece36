package dev.datastack.cli.sandbox;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.host.Time;
import dev.datastack.cli.host.WallTime;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.ProcessRunner;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sandboxes for tests, on an engine that says what the test tells it to. */
public final class Sandboxes {
    private Sandboxes() {}

    public static SandboxHost on(CommandRunner runner) {
        return on(runner, new FakeTime(), "");
    }

    public static SandboxHost on(CommandRunner runner, Time time, String basePrefix) {
        return new SandboxHost(runner, System.getenv(), time, action -> () -> {}, basePrefix, Bounds.USUAL);
    }

    /** On the real engine of this machine, with the bases that the clone's settings name. */
    public static SandboxHost real(Path clone) {
        var settings = new Settings(System.getenv(), new EnvFile(clone.resolve(".env")));
        return on(
                new ProcessRunner(),
                new WallTime(InstantSource.system()),
                settings.get("BASE_PREFIX").orElse(""));
    }

    /** One with a project in it. */
    public static Sandbox of(FakeRunner docker, Path source, Path home) {
        docker.says("docker info", "{\"NCPU\":4}");
        var sandbox = new Sandbox(on(docker), "sandbox-1", home, left -> {});
        sandbox.take(source);
        return sandbox;
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
