package dev.datastack.acceptance.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Builds what the tests need beside the stack, on this clone's bases and with its certificates. */
public final class ToolBuild {
    /** The longest of them compiles for minutes on a busy machine. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private ToolBuild() {}

    /** {@code docker build} of a folder of the repository; the options say what becomes of it. */
    public static void of(String context, String... options) {
        var argv = new ArrayList<>(List.of("docker", "build", "--quiet"));
        argv.addAll(List.of(options));
        argv.addAll(List.of(
                "--build-arg",
                "BASE_PREFIX=" + Repository.settingInForce("BASE_PREFIX").orElse("")));
        Repository.settingInForce("STACK_CA_BUNDLE")
                .ifPresent(bundle -> argv.addAll(List.of("--secret", "id=ca,src=" + bundle)));
        argv.add(context);
        Shell.in(Repository.root()).within(LIMIT).output(argv.toArray(String[]::new));
    }
}
