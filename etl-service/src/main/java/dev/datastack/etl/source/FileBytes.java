package dev.datastack.etl.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file, digested as they are read, and the text in them. */
final class FileBytes {

    private static final int BUFFER = 64 * 1024;
    private static final int MAGIC_LENGTH = 2;
    private static final String MAGIC = "1f 8b";

    private FileBytes() {}

    static DigestInputStream open(Path file) throws BadFileException {
        try {
            Path real = file.toRealPath();
            // Its text would be quoted in the ledger and in the log, where others read.
            if (!real.startsWith(file.resolveSibling("").toRealPath())) {
                throw BadFileException.leadsOut(file);
            }
            if (!Files.isRegularFile(real)) {
                throw BadFileException.noFile(file);
            }
            InputStream in = new BufferedInputStream(Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS), BUFFER);
            if (isCompressed(file)) {
                requireMagic(file, in);
            }
            return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        } catch (IOException e) {
            // A link that leads nowhere here, such as to a folder that the container does not have, or in a circle.
            if (Files.isSymbolicLink(file)) {
                throw BadFileException.leadsOut(file);
            }
            throw e instanceof NoSuchFileException
                    ? BadFileException.missing(file)
                    : BadFileException.unreadable(file, e.getClass().getSimpleName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256, this one has not", e);
        }
    }

    static InputStream text(Path file, DigestInputStream bytes) throws BadFileException {
        if (!isCompressed(file)) {
            return bytes;
        }
        try {
            return new Gunzip(bytes);
        } catch (EOFException e) {
            throw BadFileException.truncated(file, 0);
        } catch (IOException e) {
            throw BadFileException.corrupt(file, 0, String.valueOf(e.getMessage()));
        }
    }

    static void closeAfter(Exception failure, InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static boolean isCompressed(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".gz");
    }

    /** Looks at the first bytes and leaves them there; closes the stream when they are not the right ones. */
    private static void requireMagic(Path file, InputStream in) throws BadFileException, IOException {
        try {
            in.mark(MAGIC_LENGTH);
            byte[] start = in.readNBytes(MAGIC_LENGTH);
            in.reset();
            String found = HexFormat.ofDelimiter(" ").formatHex(start);
            if (!found.equals(MAGIC)) {
                throw start.length == 0 ? BadFileException.empty(file) : BadFileException.notGzip(file, found);
            }
        } catch (BadFileException | IOException e) {
            closeAfter(e, in);
            throw e;
        }
    }
}
