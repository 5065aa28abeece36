package dev.datastack.etl.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** So many rows are damaged that the file as a whole is not to be trusted. */
public final class RejectLimitException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Reject> rejects;

    private RejectLimitException(String message, List<Reject> rejects) {
        super(message);
        this.rejects = rejects;
    }

    static RejectLimitException share(Path file, long read, List<Reject> rejects, double limit) {
        String share = String.format(
                Locale.ROOT,
                "%d of %d rows were rejected (%.1f %%), the limit is %.1f %%",
                rejects.size(),
                read,
                100.0 * rejects.size() / read,
                100.0 * limit);
        return new RejectLimitException(message(file, share, rejects), rejects);
    }

    static RejectLimitException number(Path file, long read, List<Reject> rejects) {
        return new RejectLimitException(
                message(file, rejects.size() + " of the first " + read + " rows were rejected", rejects), rejects);
    }

    static RejectLimitException size(Path file, long read, List<Reject> rejects, long bytes) {
        String size = "%d of the first %d rows were rejected, which is few, but they take %d MB, and no more is kept"
                .formatted(rejects.size(), read, bytes >> 20);
        return new RejectLimitException(message(file, size, rejects), rejects);
    }

    private static String message(Path file, String what, List<Reject> rejects) {
        Reject first = rejects.get(0);
        String where = first.column() == null ? "" : ", column " + first.column();
        return file + ": " + what + "; nothing was loaded. The first is line " + first.line() + where + ": "
                + first.reason() + ". See etl.reject, then mend the file and request the load again.";
    }

    List<Reject> rejects() {
        return rejects;
    }
}
