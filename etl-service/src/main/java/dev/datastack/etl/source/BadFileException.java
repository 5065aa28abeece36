package dev.datastack.etl.source;

import java.nio.file.Path;
import java.util.List;

/** The file is not what its name says. Trying again does not help, another file does. */
public final class BadFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private BadFileException(String message) {
        super(message);
    }

    static BadFileException missing(Path file) {
        return new BadFileException(
                file
                        + " is missing. Put the file there (those of the repository: git checkout -- data) and request the load again.");
    }

    static BadFileException noFile(Path file) {
        return new BadFileException(file + " is no regular file. Put the data file there and request the load again.");
    }

    static BadFileException leadsOut(Path file) {
        return new BadFileException(
                file + " is a link, and what it names is not in the data folder; nothing of it was read."
                        + " Put the file itself there and request the load again.");
    }

    static BadFileException unreadable(Path file, String cause) {
        return new BadFileException(
                file + " cannot be read: " + cause + ". Check its permissions and request the load again.");
    }

    static BadFileException notGzip(Path file, String start) {
        return new BadFileException(file + " is not gzip: it starts with " + start
                + " and not with 1f 8b. Compress it with gzip, or fetch it again, and request the load again.");
    }

    static BadFileException truncated(Path file, long lines) {
        return new BadFileException(file + " is truncated: the gzip data ends early, after line " + lines
                + ". Fetch the file again and request the load again.");
    }

    static BadFileException corrupt(Path file, long lines, String cause) {
        return new BadFileException(file + " is damaged after line " + lines + ": " + cause
                + ". Fetch the file again and request the load again.");
    }

    static BadFileException empty(Path file) {
        return new BadFileException(file + " is empty. Fetch the file again and request the load again.");
    }

    static BadFileException noRows(Path file) {
        return new BadFileException(
                file + " has a header and no rows. Fetch the file again and request the load again.");
    }

    static BadFileException header(Path file, List<String> expected, String found) {
        return new BadFileException(file + " has another header than expected. Expected: "
                + String.join(",", expected) + " Found: " + found
                + " Is it the file of another dataset? Put the right one there and request the load again.");
    }
}
