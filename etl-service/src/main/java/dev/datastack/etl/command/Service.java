package dev.datastack.etl.command;

/** The program around the commands: it knows the settings, and starts as much of the service as a command needs. */
public interface Service {

    /** The database's address, for messages. */
    String database();

    /** The database alone. */
    Warehouse connect(boolean verbose);

    /** The service itself, in this process: the schema is brought up to date and workers wait for loads. */
    Warehouse work(boolean verbose);

    /** Whether the process was told to end: then whatever a command fails with is no news. */
    boolean isStopping();

    /** Works until it is stopped from outside. */
    void serve();
}
