package dev.datastack.etl.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Gzip that does not overlook what follows its end: a second part with a broken head would be dropped silently. */
final class Gunzip extends GZIPInputStream {

    private static final int BUFFER = 64 * 1024;
    private static final int TRAILER = 8;

    private final InputStream compressed;

    Gunzip(InputStream compressed) throws IOException {
        super(compressed, BUFFER);
        this.compressed = compressed;
    }

    @Override
    public int read(byte[] buf, int off, int len) throws IOException {
        int count = super.read(buf, off, len);
        if (count < 0 && (inf.getRemaining() > TRAILER || compressed.read() >= 0)) {
            throw new ZipException("something that is not gzip follows the gzip data");
        }
        return count;
    }
}
