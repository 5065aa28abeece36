package dev.datastack.cli.sandbox;

import dev.datastack.cli.sandbox.Inclusions.Inclusion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Looks through all that the project's Compose files take in, those of those too, before Compose reads any of them. */
final class InclusionPolicy {
    private final Path folder;
    private final Borders borders;
    private final UnaryOperator<List<String>> interpolation;
    /** Folders that relative paths may begin in: Compose has another for each kind, so each has to be within. */
    private final Set<Path> bases = new LinkedHashSet<>();

    /** The interpolation puts in values for variables, as Compose would. */
    InclusionPolicy(Path folder, List<LeftOut> leftOut, UnaryOperator<List<String>> interpolation) {
        this.folder = folder;
        this.borders = new Borders(folder, leftOut);
        this.interpolation = interpolation;
    }

    List<Refusal> refusals(ComposeFiles files) {
        files.files().forEach(file -> borders.path("COMPOSE_FILE", "file", file.toString()));
        var open = new ArrayDeque<>(files.files());
        files.files().stream().findFirst().ifPresent(file -> bases.add(folderOf(file)));
        var seen = new HashSet<Path>();
        while (!open.isEmpty() && borders.refusals().isEmpty()) {
            var file = open.remove();
            if (seen.add(file) && Files.isRegularFile(file)) {
                open.addAll(look(file));
            }
        }
        return borders.refusals();
    }

    /** Returns the Compose files among them. */
    private List<Path> look(Path file) {
        var inclusions = Inclusions.of(file);
        var paths = interpolation.apply(inclusions.stream().map(Inclusion::path).toList());
        var further = new ArrayList<Path>();
        for (int i = 0; i < paths.size(); i++) {
            var inclusion = new Inclusion(inclusions.get(i).word(), paths.get(i));
            var places = places(file, inclusion);
            places.forEach(place -> borders.path(folder.relativize(file).toString(), inclusion.word(), place));
            if (inclusion.isComposeFile()) {
                places.stream().map(Path::of).map(Path::normalize).forEach(further::add);
            }
        }
        return further;
    }

    private List<String> places(Path file, Inclusion inclusion) {
        if (inclusion.path().contains("://") || inclusion.path().startsWith("git@")) {
            return List.of(inclusion.path());
        }
        var from = new LinkedHashSet<>(bases);
        from.add(folderOf(file));
        if (inclusion.word().equals("project_directory")) {
            from.forEach(base -> bases.add(base.resolve(inclusion.path()).normalize()));
        }
        return from.stream()
                .map(base -> base.resolve(inclusion.path()).toString())
                .toList();
    }

    private Path folderOf(Path file) {
        var parent = file.getParent();
        return parent == null ? folder : parent;
    }
}
