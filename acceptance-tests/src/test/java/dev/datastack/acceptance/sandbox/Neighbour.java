package dev.datastack.acceptance.sandbox;

import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A project of somebody else on the same engine, and a folder of theirs on the same machine. Nothing that is graded beside
 * it may change a byte of it.
 */
final class Neighbour implements AutoCloseable {
    static final String NAME = "neighbour-of-tests";
    static final String IMAGE = NAME + "/app:dev";

    private final Shell shell = Shell.in(Repository.root());
    private final Path folder;

    Neighbour(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("pgdata"));
        Files.writeString(folder.resolve("pgdata/rows"), "precious");
        Files.writeString(folder.resolve("secret.env"), "TEACHER=precious\n");
        var base = Repository.setting("BASE_PREFIX").orElse("") + "debian:trixie-slim";
        shell.output("docker", "network", "create", NAME);
        shell.output("docker", "tag", base, IMAGE);
        shell.line("docker run --detach --init --name " + NAME + " --network " + NAME + " --volume " + NAME + ":/data "
                + base + " sleep 3600");
        shell.output("docker", "exec", NAME, "sh", "-c", "echo precious > /data/rows");
    }

    Path folder() {
        return folder;
    }

    /** All of it in one text: ids, the rows in the volume, the files with their checksums, modes and owners. */
    String state() {
        return String.join(
                "\n",
                shell.output("docker", "inspect", "--format", "{{.Id}} {{.State.StartedAt}} {{.RestartCount}}", NAME),
                shell.output("docker", "exec", NAME, "sh", "-c", "cd /data && ls -lnR --full-time && sha256sum *"),
                shell.output("docker", "network", "inspect", "--format", "{{.Id}} {{len .Containers}}", NAME),
                shell.output("docker", "image", "inspect", "--format", "{{.Id}}", IMAGE),
                shell.output(
                        "sh",
                        "-c",
                        "cd \"$0\" && ls -lnRA --full-time && find . -type f -exec sha256sum {} +",
                        folder.toString()));
    }

    @Override
    public void close() {
        shell.run("docker", "rm", "--force", "--volumes", NAME);
        shell.run("docker", "volume", "rm", "--force", NAME);
        shell.run("docker", "network", "rm", NAME);
        shell.run("docker", "rmi", IMAGE);
    }
}
