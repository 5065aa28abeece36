package dev.datastack.acceptance.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** A program that docker/test-tools/clients builds from its Go module, once for all tests. */
public final class GoProgram {
    private static final Path PROGRAMS = Repository.root().resolve("acceptance-tests/target/clients");

    private GoProgram() {}

    /** By its name with its version, such as {@code compose-5.6.0}. */
    public static Path named(String name) {
        var program = PROGRAMS.resolve(name);
        if (!Files.exists(program)) {
            ToolBuild.of(
                    "docker/test-tools/clients", "--build-arg", "PROGRAM=" + name, "--output", PROGRAMS.toString());
        }
        return program;
    }
}
