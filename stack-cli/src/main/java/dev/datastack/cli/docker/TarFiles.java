package dev.datastack.cli.docker;

import dev.datastack.cli.process.Bounded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of a tar, one after the other. A few lines read what Docker writes, so no library is needed. */
public final class TarFiles {
    private static final int BLOCK = 512;
    private static final int SIZE = 124;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    /** A regular file, in the words of three ages of the format. */
    private static final String REGULAR = "\0" + "07";

    private static final char EXTENSION = 'x';
    /** In an extension, the size of the next entry where its header has no room for it: from 8 GiB on. */
    private static final Pattern LARGE = Pattern.compile("\\d+ size=(\\d+)\n");
    /** And its name, from 100 characters on. */
    private static final Pattern LONG = Pattern.compile("\\d+ path=([^\n]+)\n");

    private TarFiles() {}

    /** Looks at one file; its name is the whole path, without a slash in front. */
    public interface Visitor {
        void visit(String name, long size, InputStream content) throws IOException;
    }

    /** Calls nobody for a stream that is no tar, or an empty one. Links, folders and devices have no bytes of their own. */
    public static void each(InputStream tar, Visitor visitor) throws IOException {
        var header = tar.readNBytes(BLOCK);
        var large = Optional.<Long>empty();
        var longName = Optional.<String>empty();
        while (isHeader(header)) {
            long size = large.orElse(octal(header));
            large = Optional.empty();
            var content = new Bounded(tar, size);
            char type = (char) header[TYPE];
            if (type == EXTENSION) {
                var extension = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                var larger = LARGE.matcher(extension);
                large = larger.find() ? Optional.of(Long.valueOf(larger.group(1))) : large;
                var longer = LONG.matcher(extension);
                longName = longer.find() ? Optional.of(longer.group(1)) : longName;
            } else {
                if (REGULAR.indexOf(type) >= 0) {
                    visitor.visit(longName.orElse(name(header)), size, content);
                }
                longName = Optional.empty();
            }
            content.skipRest();
            tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            header = tar.readNBytes(BLOCK);
        }
    }

    /** Some write the folders of a long name in a field of their own. */
    private static String name(byte[] header) {
        var folders = header[MAGIC + 5] == 0 ? field(header, PREFIX, 155) : "";
        return folders.isEmpty() ? field(header, 0, 100) : folders + "/" + field(header, 0, 100);
    }

    private static boolean isHeader(byte[] header) {
        return header.length == BLOCK && field(header, MAGIC, 5).equals("ustar");
    }

    private static long octal(byte[] header) throws IOException {
        try {
            return Long.parseLong(field(header, SIZE, 12).strip(), 8);
        } catch (NumberFormatException e) {
            throw new IOException("a tar has a header without a size", e);
        }
    }

    private static String field(byte[] header, int from, int length) {
        var text = new String(header, from, length, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
