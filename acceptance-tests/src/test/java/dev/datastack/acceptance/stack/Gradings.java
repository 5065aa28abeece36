package dev.datastack.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What gradings leave on the engine, which is nothing. */
public final class Gradings {
    private Gradings() {}

    public static void assertNothingIsLeft() {
        var shell = Shell.in(Repository.root());
        for (var kind : List.of("container", "volume", "network", "image")) {
            var names = kind.equals("image") ? "reference=grade-*/*" : "name=grade-";
            assertThat(shell.output("docker", kind, "ls", "--quiet", "--filter", names))
                    .as(kind)
                    .isEmpty();
        }
    }
}
