package dev.datastack.acceptance.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A Docker engine beside the one in use: the same program on an empty folder, in a container. It has this machine's files,
 * so that bind mounts mean the same, and a network of its own: none at all, or the container's, to build images with.
 */
public final class SecondEngine implements AutoCloseable {
    /**
     * The machine's files become the root. chroot alone would not do: a process that enters the mount namespace of
     * another one finds itself at the namespace's root.
     * A containerd of the machine is hidden: dockerd would take it, and that one sees the machine's networks, not these.
     */
    private static final String AS_ROOT_OF_ITS_OWN = """
            cd /host && pivot_root . .%1$s/old && exec chroot . sh -c '
              umount -l %1$s/old &&
              %3$s
              if [ -d /run/containerd ]; then mount -t tmpfs tmpfs /run/containerd; fi &&
              exec dockerd --config-file %1$s/daemon.json --data-root %1$s/data --exec-root %1$s/exec --pidfile %1$s/pid -H unix://%1$s/sock %2$s'
            """;

    /** What the engine's containers reach. */
    public enum Network {
        NONE("none", "--bridge none"),
        OUT("bridge", "");

        private final String ofEngine;
        private final String option;

        Network(String ofEngine, String option) {
            this.ofEngine = ofEngine;
            this.option = option;
        }
    }

    private static final String SETTINGS = "{\"features\": {\"containerd-snapshotter\": %s}}";

    private final Shell shell;
    private final String name;
    private final Path folder;
    private final String image;

    /** Where its images are, what its containers reach, and bytes of memory for it and for them: on a machine with one CPU. */
    public record Kind(ImageStore store, Network network, OptionalLong memory) {
        public Kind(ImageStore store, Network network) {
            this(store, network, OptionalLong.empty());
        }
    }

    private SecondEngine(Shell shell, String name, Path folder, String image) {
        this.shell = shell.within(Duration.ofMinutes(2));
        this.name = name;
        this.folder = folder;
        this.image = image;
    }

    /** Its image is any that has a shell; the engine of the shell has it. */
    public static SecondEngine start(Shell shell, String name, String image, Kind kind) {
        try {
            // A short path: the address of a socket has 108 bytes.
            var folder = Files.createTempDirectory("engine");
            Files.createDirectories(folder.resolve("old"));
            Files.writeString(
                    folder.resolve("daemon.json"),
                    SETTINGS.formatted(kind.store().equals(ImageStore.CONTAINERD)));
            var engine = new SecondEngine(shell, name, folder, image);
            engine.open(kind);
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(Kind kind) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop " + name));
        var run = "docker run --detach --privileged --pid host --cgroupns host --volume /:/host --network "
                + kind.network().ofEngine + " --name " + name + " " + image + " sh -c";
        var options = kind.network().option;
        var prepare = "";
        if (kind.memory().isPresent()) {
            var machine = new SmallMachine(name, folder, kind.memory().getAsLong());
            machine.pretend();
            prepare = machine.commands();
            options += machine.option();
        }
        shell.output(Shell.words(run, AS_ROOT_OF_ITS_OWN.formatted(folder, options, prepare)));
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> there().run("docker", "version").well());
        } catch (ConditionTimeoutException silent) {
            throw new AssertionError("no answer from " + name + "\n" + Shell.told(shell.run("docker", "logs", name)));
        }
    }

    /** A shell whose docker speaks to this engine. */
    public Shell there() {
        return shell.with(Map.of("DOCKER_HOST", "unix://" + folder.resolve("sock")));
    }

    /** How often the kernel killed a process because the engine's memory was used up. */
    public long kills() throws IOException {
        return SmallMachine.kills(name);
    }

    /** What is left on its folder belongs to root, so a container deletes it. */
    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        shell.run("docker", "stop", "--timeout", "30", name);
        shell.run("docker", "rm", "--force", "--volumes", name);
        SmallMachine.remove(shell, name, image);
        var remove = "docker run --rm --network none --volume " + folder.getParent() + ":/parent " + image
                + " rm -rf /parent/" + folder.getFileName();
        shell.run(Shell.words(remove));
    }
}
