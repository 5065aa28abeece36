package dev.datastack.probe.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The native build, made once a run by the image's own Dockerfile and taken out of it, or given. */
public final class NativeBinary {
    private static final Map<String, Path> BUILT = new ConcurrentHashMap<>();
    private static final Path ROOT = Path.of(System.getProperty("stack.root", ".."));
    /** A binary that is there already, of another architecture for example; else empty. */
    private static final String GIVEN = System.getProperty("probe.binary", "");

    private NativeBinary() {}

    public static ProcessAgent agent() {
        return new ProcessAgent(List.of(path("").toString()));
    }

    /** The binary built with these compiler definitions; skips the test where that is impossible, and says why. */
    public static Path path(String defines) {
        if (!GIVEN.isEmpty() && defines.isEmpty()) {
            return Path.of(GIVEN);
        }
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            return abort("the native agent runs on Linux, this is " + system);
        }
        if (!answers()) {
            return abort("no Docker engine answers, so the native agent cannot be built");
        }
        return BUILT.computeIfAbsent(defines, NativeBinary::build);
    }

    private static boolean answers() {
        return run(List.of("docker", "version")).code == 0;
    }

    private static Path build(String defines) {
        Path target = Path.of(
                "target", "native" + (defines.isEmpty() ? "" : "-" + Integer.toUnsignedString(defines.hashCode())));
        List<String> command = new ArrayList<>(List.of("docker", "build", "--quiet", "--output"));
        command.add("type=local,dest=" + target);
        command.addAll(
                List.of("--build-arg", "BASE_PREFIX=" + setting("BASE_PREFIX"), "--build-arg", "DEFINES=" + defines));
        String bundle = setting("STACK_CA_BUNDLE");
        if (!bundle.isEmpty()) {
            command.add("--secret=id=ca,src=" + ROOT.resolve(bundle));
        }
        command.addAll(List.of(
                "--file", ROOT.resolve("docker/healthcheck-agent/Dockerfile").toString(), "."));
        Output output = run(command);
        if (output.code != 0) {
            throw new IllegalStateException("the agent's image did not build: " + command + "\n" + output.text);
        }
        return target.resolve("healthcheck").toAbsolutePath();
    }

    /** As Compose does it: the environment first, then the clone's .env. */
    private static String setting(String name) {
        String variable = System.getenv(name);
        Path file = ROOT.resolve(".env");
        if (variable != null || !Files.exists(file)) {
            return variable == null ? "" : variable;
        }
        try (var lines = Files.newBufferedReader(file)) {
            Properties settings = new Properties();
            settings.load(lines);
            return settings.getProperty(name, "");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private record Output(int code, String text) {}

    private static Output run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException missing) {
            return new Output(-1, String.valueOf(missing.getMessage()));
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }
}
