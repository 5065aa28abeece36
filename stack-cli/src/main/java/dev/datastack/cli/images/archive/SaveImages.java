package dev.datastack.cli.images.archive;

import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.Image;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.CommandRunner.Sink;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes every image of the stack and the bases they are built on into one file. */
public final class SaveImages {
    private final Docker docker;
    private final ImageStore store;
    private final Terminal terminal;

    public SaveImages(Docker docker, ImageStore store, Terminal terminal) {
        this.docker = docker;
        this.store = store;
        this.terminal = terminal;
    }

    /** What goes into the file: the images of a project, and the bases under a prefix. */
    public record Wanted(String project, List<String> images, String prefix, List<String> bases) {
        List<String> all() {
            var all = new ArrayList<>(images);
            all.addAll(bases);
            return all;
        }
    }

    public void save(Wanted wanted, Path file, boolean overwrite) {
        if (Files.exists(file) && !overwrite) {
            throw notWritten(file + " already exists.", "use another name, or --force to overwrite it");
        }
        var details = store.inspect(wanted.all());
        requireAll(wanted, details);
        var contents = new Contents(
                Contents.FORMAT,
                docker.platform(),
                wanted.project(),
                wanted.prefix(),
                wanted.images(),
                wanted.bases(),
                store.unpackedOnDisk(details));
        terminal.say("saving " + wanted.images().size() + " images and "
                + wanted.bases().size() + " bases to " + file);
        var status = new StatusLine(terminal, "save");
        long written = new ArchiveWriter(file)
                .write(contents, sink -> pour(wanted.all(), sink), seen -> status.now(Bytes.text(seen) + " read"));
        status.done(file + ", " + Bytes.text(written));
    }

    private void pour(List<String> names, Sink sink) throws IOException {
        var finished = store.save(names, sink);
        if (!finished.well()) {
            throw notWritten(
                    "docker save ended with: " + finished.lastWords(),
                    "see what the engine says: docker system df; docker image inspect");
        }
    }

    private static void requireAll(Wanted wanted, List<Image> details) {
        for (var name : wanted.all()) {
            if (details.stream().noneMatch(detail -> detail.repoTags().contains(name))) {
                throw new StackException(
                        Problem.IMAGE_MISSING,
                        name + " is not on this machine, and the file would not serve without it.",
                        "docker image inspect " + name,
                        wanted.bases().contains(name)
                                ? "get the bases with './stack images bases'"
                                : "build the images with './stack up'");
            }
        }
    }

    private static StackException notWritten(String what, String next) {
        return new StackException(Problem.ARCHIVE_NOT_WRITTEN, what, "to write the images into one file", next);
    }
}
