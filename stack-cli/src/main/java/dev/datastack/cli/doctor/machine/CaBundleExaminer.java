package dev.datastack.cli.doctor.machine;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.settings.BuildSecrets;
import dev.datastack.cli.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The files that STACK_CA_BUNDLE and MAVEN_SETTINGS name. */
public final class CaBundleExaminer implements Examiner {
    private final Path root;
    private final Settings settings;

    public CaBundleExaminer(Path root, Settings settings) {
        this.root = root;
        this.settings = settings;
    }

    @Override
    public void examine(Findings findings) {
        for (var name : List.of(BuildSecrets.CA_BUNDLE, BuildSecrets.MAVEN_SETTINGS)) {
            findings.check(() -> BuildSecrets.requireReadable(name, root, settings));
        }
        settings.path(BuildSecrets.CA_BUNDLE, root)
                .filter(CaBundleExaminer::isReadable)
                .ifPresent(bundle -> examine(bundle, findings));
    }

    private void examine(Path bundle, Findings findings) {
        // The empty file of the repository stands for no bundle.
        if (bytes(bundle).length > 0
                && !new String(bytes(bundle), StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
            findings.add(
                    Cause.CA_BUNDLE_EMPTY,
                    bundle + " contains no certificate in PEM format",
                    "convert it: openssl x509 -inform der -in FILE -out " + bundle);
        }
        settings.path(BuildSecrets.CA_BUNDLE + "_SOURCE", root)
                .filter(CaBundleExaminer::isReadable)
                .filter(source -> !Arrays.equals(bytes(source), bytes(bundle)))
                .ifPresent(source -> findings.add(
                        Cause.CA_BUNDLE_OLD,
                        bundle + " differs from " + source + ", which it is a copy of",
                        "./stack up"));
    }

    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
