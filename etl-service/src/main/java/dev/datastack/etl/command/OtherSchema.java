package dev.datastack.etl.command;

/** What is said of a warehouse that another version of the project made, by the service and by its commands. */
public final class OtherSchema {

    public static final String WHAT = "This warehouse was made by another version of the project, whose tables are not"
            + " those of this one. Nothing was changed in it.";

    public static final String NEXT = "go back to that version; or delete its rows and load the year again:"
            + " './stack down --volumes --yes', then './stack up'";

    private OtherSchema() {}
}
