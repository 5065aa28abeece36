package dev.datastack.cli.command;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.FakeTime;
import dev.datastack.cli.Fixture;
import dev.datastack.cli.context.Context;
import java.nio.file.Path;
import java.util.Map;

/** The whole command on a fake docker, whose engine answers and whose four bases are there. */
public final class Cli {
    public final FakeRunner docker = new FakeRunner();
    final FakeTime time = new FakeTime();
    public FakeScreen screen = FakeScreen.pipe();
    public Map<String, String> environment = Map.of();
    private final Path root;

    public Cli(Path root) {
        this.root = root;
        docker.says("docker version", Fixture.read("version.json"))
                .says("docker context show", "default")
                .says("docker buildx version", "github.com/docker/buildx v0.29.1")
                .says("docker system df", "")
                .says("compose version --short", "2.40.3-3")
                .says("config --format json", Fixture.read("config.json"))
                .says("config --variables --format json", Fixture.read("config-variables.json"))
                .says("docker version --format {{.Server.Os}}", "linux/amd64")
                .says("docker volume create", "")
                .says("docker ps --all --filter label=", "")
                .says("docker volume ls", "")
                .fails("docker volume inspect", 1, "no such volume")
                .says("ps -a --format json", "")
                .says("docker image inspect", "[{\"Id\":\"sha256:1\",\"Config\":{\"Labels\":{}}}]")
                .says("docker info", "{\"MemTotal\":8589934592,\"MemoryLimit\":true}")
                .says("build agent", Fixture.read("build.txt"))
                .says("docker ps --all --quiet", "ids of those that are inspected")
                .says("docker inspect", inspected())
                .says("docker stats", "")
                .says("docker events", "")
                .says("up -d --no-build", "")
                .says("logs", "the last line");
    }

    /** What the engine says of the containers of a project of this folder. */
    String inspected() {
        return Fixture.read("inspect.json").replace("/home/learner/tiny", root.toString());
    }

    public int run(String... arguments) {
        return Typed.run(context(), arguments);
    }

    /** By picocli, whatever the words are. */
    int parse(String... arguments) {
        return Verbs.commandLine(context()).execute(arguments);
    }

    private Context context() {
        return new Context(root, environment, docker, screen.terminal(), time, action -> () -> {}, Runnable::run);
    }

    /** What the clock of the command says. */
    public java.time.Instant now() {
        return time.now();
    }

    public String out() {
        return screen.out();
    }

    public String err() {
        return screen.err();
    }
}
