package dev.datastack.acceptance.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.images.BuiltImages.Entry;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What an image has no use for at run time, it does not have. */
@NeedsEngine
@TestInstance(Lifecycle.PER_CLASS)
class ImageContentsIT {
    private static final String COMPILERS =
            "(x86_64-linux-gnu-|aarch64-linux-gnu-)?(gcc|g\\+\\+|cc|c\\+\\+|c89|c99|clang|tcc|musl-gcc|ld|as|make|cmake|javac|jlink|mvn"
                    + "|rustc|cargo|go|node|npm)(-[0-9.]+)?";
    private static final String CACHES =
            ".*/(\\.cache|\\.m2|\\.npm|\\.gradle)(/.*)?|/var/lib/apt/lists/.+|/var/cache/apt/.+\\.(deb|bin)|.*/http-v2/.*";
    /** The bases' own: what a base brings along is not ours to delete, it would stay in the layer below. */
    private static final Predicate<Entry> OF_THE_BASE =
            entry -> entry.path().startsWith("/usr/") || entry.path().startsWith("/var/lib/dpkg/");

    private @Nullable BuiltImages images;
    private Map<String, List<Entry>> entries = new TreeMap<>();

    @BeforeEach
    void the_images_of_the_running_stack(RunningStack stack) {
        if (images == null) {
            var built = BuiltImages.of(stack.healthy());
            built.withShell().forEach(name -> entries.put(name, built.entries(name)));
            images = built;
        }
        assertThat(entries).hasSizeGreaterThanOrEqualTo(4);
    }

    private BuiltImages images() {
        return Optional.ofNullable(images).orElseThrow();
    }

    private Map<String, List<Entry>> having(Predicate<Entry> unwanted) {
        var found = new TreeMap<String, List<Entry>>();
        entries.forEach((image, all) -> {
            assertThat(all).as(image).hasSizeGreaterThan(1000);
            var some = all.stream().filter(unwanted).toList();
            if (!some.isEmpty()) {
                found.put(image, some);
            }
        });
        return found;
    }

    @Test
    void no_program_runs_as_another_user_than_its_caller() {
        assertThat(having(entry -> entry.type().equals("f") && entry.mode().matches("[2-7]...")))
                .isEmpty();
    }

    @Test
    void there_is_no_compiler() {
        assertThat(having(entry -> !entry.type().equals("d")
                        && entry.path().contains("/bin/")
                        && entry.name().matches(COMPILERS)))
                .isEmpty();
    }

    @Test
    void no_installer_left_its_cache() {
        assertThat(having(entry -> !entry.type().equals("d") && entry.path().matches(CACHES)))
                .isEmpty();
    }

    @Test
    void no_package_brought_its_tests() {
        assertThat(having(OF_THE_BASE
                        .negate()
                        .and(entry -> entry.type().equals("d") && entry.name().matches("tests?"))))
                .isEmpty();
    }

    @Test
    void no_compiled_python_module_has_symbols_for_a_debugger() {
        for (var name : List.of("airflow", "pgadmin")) {
            var image = images().names().stream()
                    .filter(one -> one.contains("/" + name + ":"))
                    .findFirst()
                    .orElseThrow();
            var count = images().shell()
                    .output("docker", "run", "--rm", "--network", "none", "--entrypoint", "sh", image, "-c", """
                            find /opt/venv -name '*.so' ! -path '*.libs/*' -exec grep -lF .symtab {} + | wc -l
                            """);
            assertThat(count).as(image).isEqualTo("0");
        }
    }

    /** Two bases may stand on different days' Debian where a registry keeps them; ours add none of their own. */
    @Test
    void the_images_stand_on_the_layers_of_the_bases_and_add_no_other_ground() {
        var prefix = Optional.ofNullable(System.getenv("BASE_PREFIX"))
                .or(() -> Repository.setting("BASE_PREFIX"))
                .orElse("");
        var bases = Stream.of("debian:trixie-slim", "python:3.13-slim-trixie", "postgres:17")
                .map(base -> BuiltImages.inspect(images().shell(), prefix + base))
                .map(base -> BuiltImages.layers(base).get(0))
                .collect(Collectors.toSet());
        var grounds = images().withShell().stream()
                .map(name -> Optional.ofNullable(images().inspected().get(name)).orElseThrow())
                .map(image -> BuiltImages.layers(image).get(0))
                .collect(Collectors.toSet());
        assertThat(grounds).isEqualTo(bases);
        if (prefix.equals("datastack.local/")) {
            assertThat(grounds).as("stand-ins share one Debian").hasSize(1);
        }
    }
}
