package dev.datastack.cli.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Who may come in, and where. */
record Login(int port, String user, String password) {

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/warehouse";
    }

    /** As psql and most programs take it. */
    String url() {
        return "postgresql://" + user + ":" + password + "@127.0.0.1:" + port + "/warehouse";
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user, password);
    }
}
