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
        if (Files.isDirectory(file)) {
            throw refused("it is a folder.", "name the file of a backup in it");
        }
        if (!Files.exists(file)) {
            throw refused("there is no such file.", "give the path of a file that './stack backup' has written");
        }
        if (!Files.isRegularFile(file)) {
            throw refused("it is a pipe or a device, and it is read more than once.", "copy it to a file first");
        }
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            TarFiles.each(in, this::look);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged("it is damaged, or ends too early after "
                    + file.toFile().length() + " bytes (" + e.getMessage() + ").");
        }
        if (manifest == null) {
            throw foreign();
        }
        if (sums == null) {
            throw damaged("it ends too early, after " + file.toFile().length() + " bytes: the copy is incomplete.");
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
                    : refused(
                            "it is of format " + format + ", this command reads " + Manifest.FORMAT + ".",
                            "restore it with the version of this project that wrote it");
        } catch (JacksonException e) {
            throw damaged("its " + BackupWriter.MANIFEST + " is damaged.");
        }
    }

    private void requireSeen(Manifest described, byte[] listed) {
        var members = described.members();
        for (var member : members) {
            var found = seen.stream()
                    .filter(one -> one.name().equals(member.name()))
                    .findFirst();
            if (found.isEmpty()) {
                throw damaged(member.name() + " is missing.");
            }
            if (!found.get().equals(member)) {
                throw damaged(member.name() + " is damaged: its checksum does not match.");
            }
        }
        if (seen.size() != members.size() + 1) {
            throw damaged(
                    "it holds files that its manifest does not name: " + names(seen, names(members, Set.of())) + ".");
        }
        if (!Arrays.equals(BackupWriter.sums(seen.get(0), described), listed)) {
            throw damaged("its " + BackupWriter.MANIFEST + " or its " + BackupWriter.SUMS + " is damaged.");
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
        return refused("'stack backup' did not write it.", "use a file that './stack backup' has written, as it is");
    }

    private StackException damaged(String why) {
        return refused(why, "copy it again and compare 'sha256sum' on both machines, or use another backup");
    }

    /** The cure says what to do instead. */
    public StackException refused(String why, String cure) {
        return new StackException(
                Problem.BACKUP_REFUSED, file + ": " + why + " Nothing was changed.", "to read it to its end", cure);
    }
}
