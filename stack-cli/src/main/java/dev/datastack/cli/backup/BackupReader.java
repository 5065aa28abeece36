package dev.datastack.cli.backup;

import dev.datastack.cli.backup.Manifest.Member;
import dev.datastack.cli.docker.TarFiles;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a backup, and first to its end whether it is whole. Changes nothing. */
public final class BackupReader {
    private static final int LIMIT = 1 << 24;

    private final Path file;
    private final List<Member> seen = new ArrayList<>();
    private @Nullable Manifest manifest;
    private byte @Nullable [] sums;

    public BackupReader(Path file) {
        this.file = file;
    }

    /** What the backup says of itself, once all of it is as it was written. */
    public Manifest wholeManifest() {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            TarFiles.each(in, this::look);
        } catch (IOException | IllegalArgumentException e) {
            throw refused("it is damaged, or ends too early after "
                    + file.toFile().length() + " bytes (" + e.getMessage() + ").");
        }
        if (manifest == null) {
            throw foreign();
        }
        if (sums == null) {
            throw refused("it ends too early, after " + file.toFile().length() + " bytes: the copy is incomplete.");
        }
        requireSeen(manifest, sums);
        return manifest;
    }

    private void look(String name, long size, InputStream content) throws IOException {
        if (manifest == null) {
            manifest = manifest(name, size, content);
        } else if (name.equals(BackupWriter.SUMS) && size < LIMIT) {
            sums = content.readNBytes((int) size);
        } else {
            seen.add(new Member(name, size, DigestUtils.sha256Hex(content)));
        }
    }

    private Manifest manifest(String name, long size, InputStream content) throws IOException {
        if (!name.equals(BackupWriter.MANIFEST) || size > LIMIT) {
            throw foreign();
        }
        var bytes = content.readNBytes((int) size);
        try {
            int format = BackupWriter.JSON.readTree(bytes).path("format").asInt(0);
            if (format == Manifest.FORMAT) {
                seen.add(new Member(name, size, DigestUtils.sha256Hex(bytes)));
                return BackupWriter.JSON.readValue(bytes, Manifest.class);
            }
            throw format == 0
                    ? foreign()
                    : refused("it is of format " + format + ", this command reads " + Manifest.FORMAT + ".");
        } catch (JacksonException e) {
            throw refused("its " + BackupWriter.MANIFEST + " is damaged.");
        }
    }

    private void requireSeen(Manifest described, byte[] listed) {
        var members = described.members();
        for (var member : members) {
            var found = seen.stream()
                    .filter(one -> one.name().equals(member.name()))
                    .findFirst();
            if (found.isEmpty()) {
                throw refused(member.name() + " is missing.");
            }
            if (!found.get().equals(member)) {
                throw refused(member.name() + " is damaged: its checksum does not match.");
            }
        }
        if (seen.size() != members.size() + 1) {
            throw refused(
                    "it holds files that its manifest does not name: " + names(seen, names(members, Set.of())) + ".");
        }
        if (!Arrays.equals(BackupWriter.sums(seen.get(0), described), listed)) {
            throw refused("its " + BackupWriter.MANIFEST + " or its " + BackupWriter.SUMS + " is damaged.");
        }
    }

    private static Set<String> names(List<Member> members, Set<String> without) {
        return members.stream()
                .map(Member::name)
                .filter(name -> !without.contains(name) && !name.equals(BackupWriter.MANIFEST))
                .collect(Collectors.toSet());
    }

    /** One file of the backup. */
    public void copy(String member, OutputStream out) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            TarFiles.each(in, (name, size, content) -> {
                if (name.equals(member)) {
                    content.transferTo(out);
                }
            });
        }
    }

    private StackException foreign() {
        return refused("'stack backup' did not write it.");
    }

    public StackException refused(String why) {
        return new StackException(
                Problem.BACKUP_REFUSED,
                file + ": " + why + " Nothing was changed.",
                "to read it to its end",
                "copy it again and compare 'sha256sum' on both machines, or use another backup");
    }
}
