package dev.datastack.cli.identity;

import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.Docker.Kind;
import dev.datastack.cli.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whose folder the containers and volumes of a project belong to. Compose labels containers with it; at volumes, which
 * outlive them, it is a label of our own.
 */
public final class Ownership {
    static final String PROJECT = "com.docker.compose.project";
    static final String CONTAINERS_FOLDER = PROJECT + ".working_dir";
    static final String VOLUMES_FOLDER = "dev.datastack.folder";
    private static final String VOLUME = "com.docker.compose.volume";

    private final Docker docker;
    private final Settings settings;
    private final Path root;

    public Ownership(Docker docker, Settings settings, Path root) {
        this.docker = docker;
        this.settings = settings;
        this.root = root;
    }

    /** Ends with a {@link Stranger} where the project, or a part of it, is not this clone's. */
    public void require(String project) {
        require(project, folders(Kind.CONTAINER, project));
    }

    /** The same for who knows already which folders its containers name. */
    public void require(String project, List<String> containers) {
        if (containers.isEmpty()) {
            require(project, "volumes", folders(Kind.VOLUME, project));
        } else {
            require(project, "containers", containers);
        }
    }

    private void require(String project, String things, List<String> folders) {
        var known = folders.stream().filter(folder -> !folder.isBlank()).toList();
        var others = known.stream().filter(folder -> !isHere(folder)).toList();
        var living = others.stream().filter(folder -> !isGone(folder)).findFirst();
        if (living.isPresent()) {
            throw Stranger.living(project, things, living.get(), freeName());
        }
        if (others.isEmpty() && known.isEmpty() == folders.isEmpty()) {
            return;
        }
        if (isClaimed(project)) {
            return;
        }
        if (!others.isEmpty()) {
            throw Stranger.gone(project, things, others.get(0), freeName());
        }
        if (known.isEmpty() && !folders.isEmpty()) {
            throw Stranger.unknown(project, things, freeName());
        }
    }

    /** Named in .env, it is this clone's, unless another folder that is there says so too. */
    private boolean isClaimed(String project) {
        return settings.get(ProjectName.VARIABLE).filter(project::equals).isPresent();
    }

    private boolean isHere(String folder) {
        try {
            // Not by name: a clone may be reached through links, and macOS has two names for some folders.
            return Files.isSameFile(Path.of(folder), root);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** Sure to be: a folder that others may not look into is there. */
    private static boolean isGone(String folder) {
        try {
            return Files.notExists(Path.of(folder));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Makes the volumes that are not there yet, as Compose does, and with this clone's folder. */
    public void reserve(String project, Map<String, String> volumes) {
        var there = docker.labelled(Kind.VOLUME, PROJECT, project, VOLUME);
        volumes.forEach((key, name) -> {
            if (!there.contains(key)) {
                create(project, key, name);
            }
        });
        if (!there.containsAll(volumes.keySet())) {
            // Another clone may have been quicker.
            require(project);
        }
    }

    /** A volume by its key in the Compose file. */
    public void create(String project, String key, String name) {
        var labels =
                Map.of(PROJECT, project, VOLUME, key, VOLUMES_FOLDER, real(root).toString());
        docker.createVolume(name, labels);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }

    /** Like this folder's name, with a number where that is taken. */
    String freeName() {
        var own = ProjectName.of(root);
        var base = own.isEmpty() ? ProjectName.DEFAULT : own;
        return IntStream.rangeClosed(1, 1000)
                .mapToObj(number -> number == 1 ? base : base + "-" + number)
                .filter(name -> List.of(Kind.values()).stream()
                        .map(kind -> folders(kind, name))
                        .allMatch(Collection::isEmpty))
                .findFirst()
                .orElse(base);
    }

    private List<String> folders(Kind kind, String project) {
        var label = kind == Kind.CONTAINER ? CONTAINERS_FOLDER : VOLUMES_FOLDER;
        return docker.labelled(kind, PROJECT, project, label);
    }
}
