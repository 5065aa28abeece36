package dev.datastack.cli.doctor.project;

import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Image;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.List;

/** The images of the services, against the engine's processor and against what the containers were made from. */
public final class ImageExaminer implements Examiner {
    private final ImageStore images;
    private final String platform;
    private final ComposeModel model;
    private final List<Container> containers;

    /** The platform is the engine's, such as {@code linux/amd64}. */
    public ImageExaminer(ImageStore images, String platform, ComposeModel model, List<Container> containers) {
        this.images = images;
        this.platform = platform;
        this.model = model;
        this.containers = containers;
    }

    @Override
    public void examine(Findings findings) {
        for (var service : model.running()) {
            images.image(service.image()).ifPresent(image -> examine(service, image, findings));
        }
    }

    private void examine(ComposeModel.Service service, Image image, Findings findings) {
        var built = image.os() + "/" + image.architecture();
        if (!image.architecture().isEmpty() && !built.equals(platform)) {
            findings.add(
                    Cause.IMAGE_OTHER_PLATFORM,
                    service.name() + ": " + service.image() + " is for " + built + ", the engine is " + platform,
                    "unset DOCKER_DEFAULT_PLATFORM, then ./stack up");
        }
        containers.stream()
                .filter(container -> container.service().equals(service.name()))
                .filter(container -> !container.image().equals(image.id()))
                .findFirst()
                .ifPresent(container -> findings.add(
                        Cause.IMAGE_STALE,
                        service.name() + " runs " + shortened(container.image()) + ", " + service.image() + " is now "
                                + shortened(image.id()),
                        "docker compose up -d"));
    }

    private static String shortened(String id) {
        return id.replaceFirst("^sha256:(.{12}).*", "$1");
    }
}
