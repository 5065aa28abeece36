package dev.datastack.cli.docker;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.time.Duration;
import java.util.List;

/** Looks into a volume, mounted read-only in a container that has no network and is gone afterwards. */
public final class Look {
    private static final String FOLDER = "/volume";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final CommandRunner runner;

    public Look(CommandRunner runner) {
        this.runner = runner;
    }

    /**
     * The command starts in the volume's own folder, as a root that may read everything and nothing else. Where there is no
     * such volume the answer is that of its inspection: mounted, it would be made.
     */
    public Finished into(String volume, String image, List<String> argv) {
        var there = runner.run(Call.of("docker", "volume", "inspect", volume));
        if (!there.well()) {
            return there;
        }
        var call = Call.of("docker", "run", "--rm", "--network", "none", "--user", "0:0", "--read-only")
                .plus(List.of("--cap-drop", "ALL", "--cap-add", "DAC_READ_SEARCH", "--no-healthcheck"))
                .plus(List.of("--mount", "type=volume,src=" + volume + ",dst=" + FOLDER + ",readonly,volume-nocopy"))
                .plus(List.of("--workdir", FOLDER, "--entrypoint", argv.get(0), image))
                .plus(argv.subList(1, argv.size()));
        return runner.run(call.within(LIMIT));
    }
}
