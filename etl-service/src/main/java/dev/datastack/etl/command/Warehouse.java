package dev.datastack.etl.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The database as the settings name it, and the folder of the files. */
public interface Warehouse extends AutoCloseable {

    Connection connection() throws SQLException;

    Path folder();

    @Override
    void close();
}
