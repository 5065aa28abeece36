package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.util.stream.Stream;

/**
 * A fault of the engine that a second try does not meet. In containerd's image store, a layer that two images share can be
 * removed with one of them while the other one is being unpacked: https://github.com/moby/buildkit/issues/6521
 */
final class LostLayer {
    private static final String WORDS = "failed to prepare extraction snapshot";

    private LostLayer() {}

    /** Runs a command that builds, and once more after this fault. */
    static Finished retried(CommandRunner runner, Call build) {
        var finished = runner.run(build);
        if (finished.well() || !isIn(finished)) {
            return finished;
        }
        build.lines().accept("The engine lost a layer while it unpacked an image. Building once more.");
        return runner.run(build);
    }

    private static boolean isIn(Finished finished) {
        return Stream.concat(finished.out().stream(), finished.err().stream()).anyMatch(line -> line.contains(WORDS));
    }
}
