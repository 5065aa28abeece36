package dev.datastack.cli.docker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The files of a tar, one after the other. */
public final class TarFiles {
    private TarFiles() {}

    /** Looks at one file; its name is the whole path, without a slash in front. */
    public interface Visitor {
        void visit(String name, long size, InputStream content) throws IOException;
    }

    /** Calls nobody for a stream that is no tar, or an empty one. Links, folders and devices have no bytes of their own. */
    public static void each(InputStream stream, Visitor visitor) throws IOException {
        entries(stream, (entry, tar) -> {
            if (isFile(entry)) {
                visitor.visit(entry.getName(), entry.getSize(), tar);
            }
        });
    }

    /** What a tar holds: the paths of all files, links and folders, and the bytes of the files. */
    public record Contents(List<String> paths, long bytes) {}

    public static Contents contents(InputStream stream) throws IOException {
        var paths = new ArrayList<String>();
        var bytes = new AtomicLong();
        entries(stream, (entry, tar) -> {
            paths.add(entry.getName());
            bytes.addAndGet(isFile(entry) ? entry.getSize() : 0);
        });
        return new Contents(List.copyOf(paths), bytes.get());
    }

    private interface EntryVisitor {
        void visit(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    private static void entries(InputStream stream, EntryVisitor visitor) throws IOException {
        var start = new BufferedInputStream(stream);
        start.mark(TarConstants.DEFAULT_RCDSIZE);
        var header = start.readNBytes(TarConstants.DEFAULT_RCDSIZE);
        start.reset();
        if (!TarArchiveInputStream.matches(header, header.length)) {
            return;
        }
        var tar = new TarArchiveInputStream(start, StandardCharsets.UTF_8.name());
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            visitor.visit(entry, tar);
        }
    }

    /** Its own isFile() is true of links as well. */
    private static boolean isFile(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }
}
