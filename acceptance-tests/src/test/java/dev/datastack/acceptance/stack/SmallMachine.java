package dev.datastack.acceptance.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A machine with one CPU and little memory, for one engine: the kernel counts the engine, its builds and its containers in one
 * control group, of either version, and /proc/meminfo tells the engine of no more.
 */
record SmallMachine(String name, Path folder, long bytes) {
    /** What a kernel needs of its machine's memory for itself. */
    private static final double KERNEL = 0.06;

    private static final String COMMANDS = """
            G=/sys/fs/cgroup/memory; L=memory.limit_in_bytes
            if ! [ -d $G ]; then G=/sys/fs/cgroup; L=memory.max; echo +memory >$G/cgroup.subtree_control; fi
            mkdir -p $G/%1$s/engine && echo %2$d >$G/%1$s/$L && echo $$ >$G/%1$s/engine/cgroup.procs || exit 1
            taskset -pc 0 $$ >/dev/null || exit 1
            mount --bind %3$s/meminfo /proc/meminfo || exit 1
            """;

    /** Writes what the engine is to read. */
    void pretend() throws IOException {
        var told = Files.readString(Path.of("/proc/meminfo"));
        Files.writeString(
                folder.resolve("meminfo"),
                told.replaceFirst("MemTotal: +\\d+ kB", "MemTotal: " + bytes / 1024 + " kB"));
    }

    /** For the shell that becomes the engine. */
    String commands() {
        return COMMANDS.formatted(name, Math.round(bytes * (1 - KERNEL)), folder);
    }

    String option() {
        return " --cgroup-parent /" + name + "/containers";
    }

    /** A group can go when nothing runs in it any more. */
    static void remove(Shell shell, String name, String image) {
        var find = "find /groups -depth -type d -path */" + name + "* -exec rmdir {} ;";
        shell.run(Shell.words("docker run --rm --network none --volume /sys/fs/cgroup:/groups " + image + " " + find));
    }

    /** How often the kernel killed a process of the engine's containers or builds because of the limit. */
    static long kills(String name) throws IOException {
        var first = Path.of("/sys/fs/cgroup/memory", name, "memory.oom_control");
        var file = Files.exists(first) ? first : Path.of("/sys/fs/cgroup", name, "memory.events");
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("oom_kill "))
                .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length())))
                .sum();
    }
}
