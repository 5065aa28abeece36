package dev.datastack.cli.build;

import dev.datastack.cli.host.Platform;
import dev.datastack.cli.process.Call;
import java.nio.file.Path;
import java.util.List;

/** The clone's Maven. By {@code sh}, because an archive that was unpacked may have lost the execute bits. */
public record MavenWrapper(Path root) {
    public Call call(String... words) {
        var wrapper = Platform.here().isWindows()
                ? Call.of(root.resolve("mvnw.cmd").toString())
                : Call.of("sh", root.resolve("mvnw").toString());
        return wrapper.plus(List.of(words)).in(root);
    }
}
