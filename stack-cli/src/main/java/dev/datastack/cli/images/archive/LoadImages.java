package dev.datastack.cli.images.archive;

import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Finished;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Gives an engine the images of an archive, after the whole file was seen to be sound and to fit. */
public final class LoadImages {
    private final ImageStore store;
    private final Docker docker;
    private final Settings settings;
    private final Terminal terminal;

    public LoadImages(ImageStore store, Docker docker, Settings settings, Terminal terminal) {
        this.store = store;
        this.docker = docker;
        this.settings = settings;
        this.terminal = terminal;
    }

    /** The images get the name of this clone's project, whatever it was called where they come from. */
    public void load(Path file, String project) {
        var reader = new ArchiveReader(file);
        var contents = reader.contents();
        requirePlatform(reader, contents);
        requireSpace(contents);
        var checking = new StatusLine(terminal, "check");
        reader.requireWhole(seen -> checking.now(Bytes.text(seen) + " read"));
        checking.done("the file is whole");
        var loading = new StatusLine(terminal, "load");
        var loaded = store.load(file, loading::now);
        loading.clear();
        requireLoaded(loaded, contents);
        contents.images().forEach(image -> rename(image, contents.project(), project));
        loading.done(
                contents.images().size() + " images and " + contents.bases().size() + " bases are here");
        keep("BASE_PREFIX", contents.prefix());
        keep("STACK_PULL_POLICY", "missing");
    }

    private void requirePlatform(ArchiveReader reader, Contents contents) {
        var here = docker.platform();
        if (!here.equals(contents.platform())) {
            throw reader.refused("its images are for " + contents.platform() + ", this engine is " + here + ".");
        }
    }

    /** Docker unpacks the file before it keeps the layers. An engine elsewhere tells by itself when it is full. */
    private void requireSpace(Contents contents) {
        var folder = Path.of(docker.info().dockerRootDir());
        long free = Files.isDirectory(folder) ? folder.toFile().getUsableSpace() : Long.MAX_VALUE;
        if (free < 2 * contents.bytes()) {
            throw notLoaded(
                    "the disk of " + folder + " has " + Bytes.text(free) + " left, and loading takes up to "
                            + Bytes.text(2 * contents.bytes()) + " for a while.",
                    "df " + folder);
        }
    }

    private void requireLoaded(Finished loaded, Contents contents) {
        if (!loaded.well()) {
            throw notLoaded(
                    "docker load ended with: " + loaded.lastWords(),
                    loaded.call().text());
        }
        var names = new ArrayList<>(contents.images());
        names.addAll(contents.bases());
        var there = store.inspect(names).stream()
                .flatMap(detail -> detail.repoTags().stream())
                .toList();
        names.removeAll(there);
        if (!names.isEmpty()) {
            throw notLoaded(
                    "these did not arrive: " + String.join(", ", names),
                    loaded.call().text());
        }
    }

    private static StackException notLoaded(String what, String tried) {
        return new StackException(
                Problem.IMAGES_NOT_LOADED,
                what,
                tried,
                "free space ('docker system df' shows what takes it), then run the same command again");
    }

    private void rename(String image, String from, String to) {
        if (!from.equals(to) && image.startsWith(from + "/")) {
            store.tag(image, to + image.substring(from.length()));
        }
    }

    private void keep(String variable, String value) {
        if (!settings.get(variable).orElse("").equals(value)) {
            settings.keep(variable, value);
            terminal.say("settings: " + variable + "=" + value + " written to .env");
        }
    }
}
