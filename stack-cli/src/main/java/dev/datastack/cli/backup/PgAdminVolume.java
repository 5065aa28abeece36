package dev.datastack.cli.backup;

import dev.datastack.cli.docker.Pipes;
import dev.datastack.cli.process.CommandRunner.Sink;
import dev.datastack.cli.process.CommandRunner.Source;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.util.List;

/** pgAdmin's volume as a tar, by a program in its image; in a container of its own, so pgAdmin may run or not. */
public final class PgAdminVolume {
    private static final String SERVICE = "pgadmin";

    private final Pipes pipes;

    public PgAdminVolume(Pipes pipes) {
        this.pipes = pipes;
    }

    Finished save(Sink sink) throws IOException {
        return pipes.outOfNew(SERVICE, words("save"), sink);
    }

    /** pgAdmin must not run. */
    public Finished restore(String sha256, Source source) throws IOException {
        return pipes.intoNew(SERVICE, words("restore", sha256), source);
    }

    private static List<String> words(String... arguments) {
        var program = List.of("python", "/opt/pgadmin/volume.py");
        return java.util.stream.Stream.concat(program.stream(), List.of(arguments).stream())
                .toList();
    }
}
