package dev.datastack.acceptance.stack;

import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The image of {@code docker/test-tools}: a browser and linters, so that nothing has to be installed for the tests. */
public final class TestTools implements AutoCloseable {
    private final Shell shell = Shell.in(Repository.root()).within(Duration.ofMinutes(15));
    private final String image = "acceptance-" + ProcessHandle.current().pid() + "/test-tools:dev";

    private TestTools() {}

    static TestTools build() {
        var tools = new TestTools();
        ToolBuild.of("docker/test-tools", "--tag", tools.image);
        return tools;
    }

    public String image() {
        return image;
    }

    /** Runs a tool over the repository, which it can read and not change. */
    public Finished run(List<String> command) {
        var argv = new ArrayList<>(List.of("docker", "run", "--rm", "--network", "none", "--read-only"));
        argv.addAll(List.of("--volume", Repository.root() + ":/repository:ro", "--workdir", "/repository", image));
        argv.addAll(command);
        return shell.run(argv);
    }

    @Override
    public void close() {
        shell.run("docker", "rmi", "--force", image);
    }
}
