package dev.datastack.acceptance.repository;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.ToolBuild;
import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** uv, as the Airflow image has it, asked what it would install on an arm64 machine. */
final class Resolver implements AutoCloseable {
    /** Debian's glibc is 2.41; uv names none newer than this. */
    private static final String PLATFORM = "aarch64-manylinux_2_40";

    /**
     * Published as source alone, for every machine. They are plain Python: the pgAdmin image builds them without a
     * compiler.
     */
    private static final List<String> SOURCE_ALONE = List.of("flask-principal", "jsonformatter");

    private static final Pattern HASH = Pattern.compile("sha256 = \"([0-9a-f]{64})\"");

    private final Shell shell = Shell.in(Repository.root()).within(Duration.ofMinutes(10));
    private final String image = "acceptance-" + ProcessHandle.current().pid() + "/uv:dev";

    private Resolver() {}

    static Resolver build() {
        var resolver = new Resolver();
        ToolBuild.of("docker/airflow", "--target", "tools", "--tag", resolver.image);
        return resolver;
    }

    /**
     * The locked packages that this machine would not get, each with the reason; those that it would get are asked of the
     * index, and not downloaded.
     */
    List<String> missing(Path lock) {
        var answer = ask(lock);
        if (!answer.well()) {
            return List.of(answer.errText());
        }
        // One block a package: its name, and each file that fits, with its hash.
        var packages = List.of(answer.outText().split("\\[\\[packages]]"));
        var locked = Repository.read(lock);
        return packages.stream()
                .skip(1)
                .filter(files -> HASH.matcher(files).results().noneMatch(hash -> locked.contains(hash.group(1))))
                .map(files -> "no hash in the lock file is that of a file that fits:" + files)
                .toList();
    }

    private Finished ask(Path lock) {
        var argv = new ArrayList<>(List.of("docker", "run", "--rm", "--read-only", "--tmpfs", "/tmp"));
        argv.addAll(List.of("--volume", Objects.requireNonNull(lock.getParent()) + ":/lock:ro"));
        Repository.settingInForce("STACK_CA_BUNDLE")
                .map(Repository.root()::resolve)
                .ifPresent(bundle ->
                        argv.addAll(List.of("--volume", bundle + ":/ca.pem:ro", "--env", "SSL_CERT_FILE=/ca.pem")));
        argv.addAll(List.of(image, "uv", "pip", "compile", "--quiet", "--no-cache", "--format", "pylock.toml"));
        argv.addAll(List.of("--python-version", "3.13", "--python-platform", PLATFORM));
        argv.addAll(List.of("--no-deps", "--only-binary", ":all:"));
        SOURCE_ALONE.forEach(name -> argv.addAll(List.of("--no-binary", name)));
        argv.add("/lock/" + lock.getFileName());
        return shell.run(argv);
    }

    @Override
    public void close() {
        shell.run("docker", "rmi", "--force", image);
    }
}
