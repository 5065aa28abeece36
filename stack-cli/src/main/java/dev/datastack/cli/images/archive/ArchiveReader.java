package dev.datastack.cli.images.archive;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an archive says of itself, and to its end whether it is whole. Loads nothing. */
final class ArchiveReader {
    private final Path file;

    ArchiveReader(Path file) {
        this.file = file;
    }

    Contents contents() {
        return reading(in -> contents(in));
    }

    /** The progress is in bytes of the unpacked archive. */
    void requireWhole(LongConsumer progress) {
        boolean whole = reading(in -> {
            var digest = DigestUtils.getSha256Digest();
            var seen = new DigestInputStream(in, digest);
            contents(seen);
            return Seal.fits(in, digest, progress);
        });
        if (!whole) {
            throw refused("its checksum does not match: it was changed or damaged during the copy.");
        }
    }

    private interface Reading<T> {
        T from(InputStream in) throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 1 << 16)) {
            return reading.from(in);
        } catch (EOFException e) {
            throw refused("it ends too early, after " + size() + " bytes: the copy is incomplete.");
        } catch (ZipException e) {
            throw refused("it is damaged or no gzip file (" + e.getMessage() + ").");
        } catch (IOException e) {
            throw refused("it cannot be read (" + e + ").");
        }
    }

    private Contents contents(InputStream in) throws IOException {
        var first = FirstEntry.read(in).orElseThrow(() -> refused("'stack images save' did not write it."));
        var contents = JsonMapper.shared().readValue(first, Contents.class);
        if (contents.format() != Contents.FORMAT) {
            throw refused("it is of format " + contents.format() + ", this command reads " + Contents.FORMAT + ".");
        }
        return contents;
    }

    private long size() {
        return file.toFile().length();
    }

    StackException refused(String why) {
        return new StackException(
                Problem.ARCHIVE_REFUSED,
                file + ": " + why + " Nothing was loaded.",
                "to read it to its end",
                "copy it again and compare 'sha256sum' on both machines, or write it again with './stack images save'");
    }
}
