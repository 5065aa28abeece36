package dev.datastack.cli.images.sbom;

import dev.datastack.cli.docker.BuildRecipe;
import dev.datastack.cli.docker.Containers;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes a document for each image, and the licences of all of them in one list. */
public final class BillsOfMaterials {
    private final ImageStore store;
    private final ImagePackages packages;
    private final MavenPackages maven;
    private final Terminal terminal;

    public BillsOfMaterials(CommandRunner runner, Path root, Terminal terminal) {
        this.store = new ImageStore(runner);
        this.packages = new ImagePackages(new Containers(runner));
        this.maven = new MavenPackages(runner, root);
        this.terminal = terminal;
    }

    public void write(List<BuildRecipe> recipes, Path folder) {
        var byImage = new LinkedHashMap<String, List<Component>>();
        for (var recipe : recipes) {
            var status = new StatusLine(terminal, recipe.shortName());
            status.now("reading");
            var components = components(recipe);
            byImage.put(recipe.shortName(), components);
            var detail = store.inspect(List.of(recipe.image())).get(0);
            var file = folder.resolve(recipe.shortName() + ".cdx.json");
            write(file, CycloneDx.document(recipe.image(), detail, components));
            status.done(components.size() + " packages, " + file);
        }
        write(folder.resolve("licences.tsv"), licences(byImage));
        terminal.say("licences: " + folder.resolve("licences.tsv"));
    }

    private List<Component> components(BuildRecipe recipe) {
        if (store.inspect(List.of(recipe.image())).isEmpty()) {
            throw new StackException(
                    Problem.IMAGE_MISSING,
                    recipe.image() + " is not on this machine.",
                    "docker image inspect " + recipe.image(),
                    "build the images with './stack up'");
        }
        return Stream.concat(packages.of(recipe.image()).stream(), maven.of(recipe.shortName()).stream())
                .sorted(Comparator.comparing(Component::purl))
                .toList();
    }

    /** One line for each package: what, which version, under which licences, in which images. */
    private static String licences(Map<String, List<Component>> byImage) {
        var images = new TreeMap<String, TreeSet<String>>();
        var licences = new TreeMap<String, String>();
        byImage.forEach((image, components) -> components.forEach(component -> {
            var key = component.purl();
            images.computeIfAbsent(key, purl -> new TreeSet<>()).add(image);
            var stated = String.join("; ", component.licences());
            licences.put(key, stated.isEmpty() ? "(not stated in a form that programs read)" : stated);
        }));
        var text = new StringBuilder("package\tlicences\timages\n");
        images.forEach((purl, names) -> text.append(purl)
                .append('\t')
                .append(licences.get(purl))
                .append('\t')
                .append(String.join(", ", names))
                .append('\n'));
        return text.toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
