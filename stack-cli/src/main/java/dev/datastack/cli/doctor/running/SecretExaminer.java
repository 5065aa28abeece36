package dev.datastack.cli.doctor.running;

import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Look;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files in the volume of the secrets, and whether the services that run have read them as they are. */
public final class SecretExaminer implements Examiner {
    private final Look look;
    private final String volume;
    private final String image;
    private final List<Container> running;

    /** The image is one that has a shell. */
    public SecretExaminer(Look look, String volume, String image, List<Container> running) {
        this.look = look;
        this.volume = volume;
        this.image = image;
        this.running = running;
    }

    @Override
    public void examine(Findings findings) {
        var files = SecretFile.parse(
                look.into(volume, image, SecretFile.COMMAND).orThrow().out());
        for (var secret : Secret.ALL) {
            var file = files.get(secret.path());
            if (file == null) {
                findings.add(Cause.SECRET_MISSING, secret.path() + " in the volume " + volume, secret.making());
            } else if (file.size() == 0) {
                findings.add(Cause.SECRET_EMPTY, secret.path() + " in the volume " + volume, secret.making());
            } else {
                examine(secret, file, files, findings);
            }
        }
    }

    private void examine(Secret secret, SecretFile file, Map<String, SecretFile> files, Findings findings) {
        if (!file.isReadableBy(secret.owner())) {
            findings.add(
                    Cause.SECRET_UNREADABLE,
                    secret.path() + " belongs to user " + file.owner() + " with mode " + file.mode()
                            + ", its reader is user " + secret.owner(),
                    "docker compose run --rm secrets");
        }
        var source = secret.source().map(files::get);
        if (source.isPresent() && !source.get().fingerprint().equals(file.fingerprint())) {
            findings.add(
                    Cause.SECRET_DIFFERS,
                    secret.path() + " (" + file.fingerprint() + "…) is no copy of "
                            + source.get().path() + " (" + source.get().fingerprint() + "…)",
                    secret.making());
        } else if (source.isEmpty()) {
            examineReaders(secret, file, findings);
        }
    }

    /** Copies are written at every start, so their time says nothing. */
    private void examineReaders(Secret secret, SecretFile file, Findings findings) {
        var late = running.stream()
                .filter(container -> secret.services().contains(container.service()))
                .filter(container ->
                        file.changed().isAfter(Instant.parse(container.state().startedAt())))
                .map(Container::service)
                .collect(Collectors.joining(" "));
        if (!late.isEmpty()) {
            findings.add(
                    Cause.SECRET_NOT_APPLIED,
                    secret.path() + " was changed at " + file.changed() + ", after the start of "
                            + late.replace(" ", ", "),
                    "docker compose restart " + late);
        }
    }
}
