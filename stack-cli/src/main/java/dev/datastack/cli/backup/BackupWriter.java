package dev.datastack.cli.backup;

import dev.datastack.cli.backup.Manifest.Member;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts the members into one tar: the manifest first, the checksums last, as {@code sha256sum --check} reads them. */
final class BackupWriter {
    static final String MANIFEST = "manifest.json";
    static final String SUMS = "SHA256SUMS";

    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BackupWriter() {}

    static Member member(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new Member(String.valueOf(file.getFileName()), Files.size(file), DigestUtils.sha256Hex(in));
        }
    }

    /** It is on the disk when this returns. */
    static void write(Path file, Manifest manifest, Path folder) throws IOException {
        try (var channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var tar = new TarArchiveOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            var described = JSON.writeValueAsBytes(manifest);
            text(tar, MANIFEST, described);
            for (var member : manifest.members()) {
                var entry = entry(member.name(), member.bytes());
                tar.putArchiveEntry(entry);
                Files.copy(folder.resolve(member.name()), tar);
                tar.closeArchiveEntry();
            }
            text(tar, SUMS, sums(new Member(MANIFEST, described.length, DigestUtils.sha256Hex(described)), manifest));
            tar.finish();
            tar.flush();
            channel.force(true);
        }
    }

    static byte[] sums(Member described, Manifest manifest) {
        return Stream.concat(Stream.of(described), manifest.members().stream())
                .map(member -> member.sha256() + "  " + member.name() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void text(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        tar.putArchiveEntry(entry(name, content.length));
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry entry(String name, long size) {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(0600);
        return entry;
    }
}
