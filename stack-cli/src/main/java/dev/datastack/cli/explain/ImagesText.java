package dev.datastack.cli.explain;

import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.explain.LayerStack.Layer;
import dev.datastack.cli.explain.Twins.Twin;
import dev.datastack.cli.terminal.Style;
import dev.datastack.cli.terminal.Table;
import dev.datastack.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The images as a person reads them: the set first, then each image from its lowest layer up. */
public final class ImagesText {
    /** A step below it says more about the tools than about the image. */
    private static final long SMALL = 100_000;

    /** Percent; above it a share is told as a difference. */
    private static final long MOST = 200;

    private final Terminal terminal;

    public ImagesText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(ImageSet set) {
        overview(set);
        set.images().forEach(this::image);
    }

    private void overview(ImageSet set) {
        var table = new Table("IMAGE", "SUM OF LAYERS", "BASE", "ABOVE ITS BASE", "NAIVE TWIN", "SHARE");
        for (var image : set.images()) {
            table.row(
                    image.image(),
                    Bytes.text(image.size()),
                    image.base().isEmpty() ? "scratch" : image.base(),
                    Bytes.text(image.aboveBase()),
                    image.twin().map(twin -> Bytes.text(twin.aboveBase())).orElse("-"),
                    share(image));
        }
        table.lines().forEach(terminal::say);
        set.missing().forEach(image -> terminal.say(image + " is not built; ./stack up builds it"));
        terminal.say("");
        terminal.say("Added up they are " + Bytes.text(set.sumOfLayers()) + ". Each layer counted once they are "
                + Bytes.text(set.eachLayerOnce()) + ", because a layer that several images share is kept once.");
        set.bases().forEach(this::base);
    }

    /** Beside a twin that adds next to nothing a share is a large number that says nothing; the difference does. */
    private static String share(ImageReport image) {
        return image.percentOfTwin()
                .map(percent -> percent <= MOST ? percent + " %" : "+ " + Bytes.text(moreThanTwin(image)))
                .orElse("-");
    }

    private static long moreThanTwin(ImageReport image) {
        return image.aboveBase() - image.twin().map(Twin::aboveBase).orElse(0L);
    }

    private void base(BaseUse use) {
        var under =
                use.under().isEmpty() ? "in no image: only build stages use it" : "under " + shortNames(use.under());
        terminal.say("  " + use.base() + ", " + Bytes.text(use.size()) + ": " + under);
    }

    private void image(ImageReport image) {
        terminal.say("");
        terminal.say(terminal.paint(Style.GOOD, image.image()) + ", "
                + image.layers().size() + (image.layers().size() == 1 ? " layer" : " layers"));
        var lines = new ArrayList<String>();
        long rest = 0;
        for (var layer : image.layers()) {
            if (layer.size() < SMALL && layer.sharedWith().isEmpty()) {
                rest += layer.size();
            } else {
                lines.add(line(layer));
            }
        }
        lines.forEach(line -> terminal.say(cut(line)));
        if (rest > 0) {
            terminal.say(size(rest) + "  (small layers together)");
        }
        stages(image.stages());
    }

    private static String line(Layer layer) {
        var shared = layer.sharedWith().isEmpty() ? "" : "[also " + shortNames(layer.sharedWith()) + "] ";
        var madeBy = layer.madeBy().isEmpty() ? "(imported files)" : layer.madeBy();
        return size(layer.size()) + "  " + shared + madeBy;
    }

    private void stages(List<StageCost> stages) {
        if (stages.isEmpty()) {
            return;
        }
        terminal.say("  build stages, and what stayed behind in them, on disk:");
        for (var stage : stages) {
            terminal.say("  %12s  %s: wrote %s, the image took %s"
                    .formatted(
                            text(stage.left()),
                            stage.stage(),
                            text(stage.written()),
                            stage.taken() == 0 ? "nothing" : Bytes.text(stage.taken())));
        }
    }

    private static String text(OptionalLong bytes) {
        return bytes.isPresent() ? Bytes.text(bytes.getAsLong()) : "unknown";
    }

    private static String size(long bytes) {
        return "  %12s".formatted(Bytes.text(bytes));
    }

    private static String shortNames(List<String> images) {
        return images.stream()
                .map(image -> image.replaceFirst(".*/", "").replaceFirst(":.*", ""))
                .collect(Collectors.joining(", "));
    }

    private String cut(String line) {
        int width = terminal.columns() - 1;
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }
}
