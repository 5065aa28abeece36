package dev.datastack.etl.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw BadFileException.noFile(file);
            }
            InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchFileException e) {
            throw BadFileException.missing(file);
        } catch (IOException e) {
            throw BadFileException.unreadable(file, e.getClass().getSimpleName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256, this one has not", e);
        }
    }

    static InputStream text(Path file, DigestInputStream bytes) throws BadFileException {
        if (!String.valueOf(file.getFileName()).endsWith(".gz")) {
            return bytes;
        }
        requireMagic(file);
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

    private static void requireMagic(Path file) throws BadFileException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(MAGIC_LENGTH);
            if (start.length == 0) {
                throw BadFileException.empty(file);
            }
            String found = HexFormat.ofDelimiter(" ").formatHex(start);
            if (!found.equals(MAGIC)) {
                throw BadFileException.notGzip(file, found);
            }
        } catch (IOException e) {
            throw BadFileException.unreadable(file, e.getClass().getSimpleName());
        }
    }
}
