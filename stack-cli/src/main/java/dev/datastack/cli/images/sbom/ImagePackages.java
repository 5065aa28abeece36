package dev.datastack.cli.images.sbom;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURLBuilder;
import dev.datastack.cli.docker.Containers;
import dev.datastack.cli.docker.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Asks an image itself what is installed in it. */
final class ImagePackages {
    private final Containers containers;

    ImagePackages(Containers containers) {
        this.containers = containers;
    }

    /** Nothing of an image from scratch: it has no shell, and no packages. */
    List<Component> of(String image) {
        var run = containers.run(
                Run.of(image, List.of("-c", script())).withoutNetwork().startedBy("sh"));
        if (!run.well() && run.errText().contains("executable file not found")) {
            return List.of();
        }
        return run.orThrow().out().stream().map(ImagePackages::component).toList();
    }

    static Component component(String line) {
        var fields = line.split("\t", -1);
        var licences = Arrays.stream(fields[3].split(";"))
                .map(String::strip)
                .filter(licence -> !licence.isEmpty())
                .toList();
        return new Component(fields[1], fields[2], purl(fields), licences);
    }

    private static String purl(String[] fields) {
        var purl = PackageURLBuilder.aPackageURL().withType(fields[0]).withName(fields[1]);
        if (fields[0].equals("deb")) {
            purl.withNamespace("debian").withQualifier("arch", fields[4]);
        }
        try {
            return purl.withVersion(fields[2]).build().canonicalize();
        } catch (MalformedPackageURLException e) {
            throw new IllegalStateException("a package with no name: " + String.join(" ", fields), e);
        }
    }

    private static String script() {
        try (var stream = Objects.requireNonNull(ImagePackages.class.getResourceAsStream("packages.sh"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
