package dev.datastack.cli.doctor.project;

import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.docker.Look;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.List;

/** PostgreSQL's files against the server that is to open them. A server opens the files of its own major version alone. */
public final class VolumeExaminer implements Examiner {
    private static final String SERVICE = "postgres";
    private static final String MAJOR = "PG_MAJOR=";

    private final Look look;
    private final ImageStore images;
    private final ComposeModel model;
    private final String volume;

    public VolumeExaminer(Look look, ImageStore images, ComposeModel model, String volume) {
        this.look = look;
        this.images = images;
        this.model = model;
        this.volume = volume;
    }

    @Override
    public void examine(Findings findings) {
        var image = model.service(SERVICE).flatMap(service -> images.image(service.image()));
        if (image.isEmpty()) {
            return;
        }
        var server = image.get().config().env().stream()
                .filter(variable -> variable.startsWith(MAJOR))
                .map(variable -> variable.substring(MAJOR.length()))
                .findFirst();
        var data = look.into(volume, image.get().id(), List.of("cat", "PG_VERSION"));
        if (data.well() && server.isPresent() && !data.outText().equals(server.get())) {
            findings.add(
                    Cause.VOLUME_OTHER_POSTGRES,
                    "the files in the volume " + volume + " are of PostgreSQL " + data.outText() + ", the image has "
                            + server.get(),
                    "set POSTGRES_VERSION in .env to " + data.outText()
                            + " again and start the stack; './stack upgrade'" + " moves the data to another version");
        }
    }
}
