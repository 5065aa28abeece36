package dev.datastack.etl.warehouse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A folder with files that a test makes up, mostly out of lines of the real ones. */
public record DataFolder(Path path) {

    /** The header and the first rows of a real file. */
    public static List<String> real(String file, int rows) {
        return lines(RealFiles.folder().resolve(file)).subList(0, rows + 1);
    }

    public static List<String> lines(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(file.toString().endsWith(".gz") ? gunzip(bytes) : bytes, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path write(String name, List<String> lines) {
        return write(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Compressed when the name says so. */
    public Path write(String name, byte[] content) {
        return writeAsIs(name, name.endsWith(".gz") ? gzip(content) : content);
    }

    public Path writeAsIs(String name, byte[] content) {
        try {
            return Files.write(path.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gunzip(byte[] content) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return gzip.readAllBytes();
        }
    }
}
