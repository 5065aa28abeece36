package dev.datastack.etl.load;

/** More would have to be kept of the file, until the load ends, than there is memory for. */
public final class TooLargeException extends Exception {

    private static final long serialVersionUID = 1L;

    private TooLargeException(String message) {
        super(message);
    }

    static TooLargeException of(long limit) {
        return new TooLargeException("Its keys, members and rejected rows need more than the " + (limit >> 20)
                + " MB of memory that a load has; nothing was loaded. Give etl-service more memory"
                + " (limits in docker-compose.yml) or fewer workers (ETL_WORKERS), or take a file with fewer rows,"
                + " then request the load again.");
    }
}
