package dev.datastack.cli.course;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.sandbox.SandboxHost;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every verb of the course takes: where the learner's work is. */
public final class CourseOptions {
    /** Which exercise a command is about, said once for all commands that ask. */
    static final String WHICH =
            "A number (1.2), a topic (1), or a name; the default is the exercise of the current folder, or else the last one.";

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where your work and your progress are (default: course/ in the clone).")
    private @Nullable Path folder;

    public boolean isElsewhere() {
        return folder != null;
    }

    public Path folder(Context context) {
        return Optional.ofNullable(folder)
                .map(path -> path.toAbsolutePath().normalize())
                .orElse(context.root().resolve("course"));
    }

    public Course course(Context context) {
        return Course.of(context.root(), folder(context), here(context), context.time());
    }

    /** A shell says where it is; where none does, an exercise is the one that was started last. */
    private static @Nullable Path here(Context context) {
        var here = context.environment().get("PWD");
        return here == null ? null : Path.of(here).normalize();
    }

    /** Its labs are beside the work: a folder that the engine can mount, wherever it runs. */
    Checker checker(Context context) {
        return new Checker(SandboxHost.of(context), folder(context).resolve(".check"), Clone.of(context));
    }

    static CourseText text(Context context) {
        return new CourseText(
                context.terminal(), context.root(), context.settings().basePrefix());
    }
}
