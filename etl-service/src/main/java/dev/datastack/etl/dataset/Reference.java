package dev.datastack.etl.dataset;

/** A column that names a member of a reference table, and what becomes of a row whose member no reference file names. */
public record Reference(Column column, String table, String key, Unknown unknown) {

    /** What to do about a member that is not known. */
    public enum Unknown {
        /** Add it to the table as inferred and keep the row: a flight of an unknown plane is still a flight. */
        INFER,
        /** Reject the row: without its member it says nothing. */
        REJECT
    }

    public boolean rejects() {
        return unknown == Unknown.REJECT;
    }
}
