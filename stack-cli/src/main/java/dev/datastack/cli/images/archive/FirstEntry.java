package dev.datastack.cli.images.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The tar entry in front of Docker's own. Docker reads past it; a tar of entries one after the other is a tar again, so
 * nothing of Docker's stream has to be understood here.
 */
final class FirstEntry {
    private static final String NAME = "stack-images.json";
    private static final int LIMIT = 1 << 20;

    private FirstEntry() {}

    static void write(OutputStream out, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(NAME);
        entry.setSize(content.length);
        // The library would take the user and the hour, so that two archives of the same images differ.
        entry.setUserName("");
        entry.setModTime(FileTime.fromMillis(0));
        // Neither finished nor closed: that would mark the end of the tar, and Docker's entries are still to come.
        var tar = new TarArchiveOutputStream(out);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        tar.flush();
    }

    /** Nothing when the tar begins with something else. Not a byte is read beyond the content. */
    static Optional<byte[]> read(InputStream in) throws IOException {
        var tar = new TarArchiveInputStream(in);
        var first = tar.getNextEntry();
        return first == null || !first.getName().equals(NAME) || first.getSize() > LIMIT
                ? Optional.empty()
                : Optional.of(tar.readNBytes((int) first.getSize()));
    }
}
