package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.docker.Compose;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The clone that the course belongs to: its folder, and its stack, which is looked up only by a check that needs it. */
public record Clone(Path root, Supplier<Compose> compose) {
    static Clone of(Context context) {
        return new Clone(context.root(), context::compose);
    }
}
