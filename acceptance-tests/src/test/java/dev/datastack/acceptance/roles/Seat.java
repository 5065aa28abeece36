package dev.datastack.acceptance.roles;

import dev.datastack.acceptance.stack.Project;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A role in a database: what somebody logs in to. */
enum Seat {
    PGADMIN("pgadmin", "warehouse"),
    AIRFLOW("airflow", "warehouse"),
    ETL("etl", "warehouse"),
    METADATA("airflow", "airflow");

    final String role;
    final String database;

    Seat(String role, String database) {
        this.role = role;
        this.database = database;
    }

    Connection connect(Project project) throws SQLException {
        return connect(project, project.secret("postgres", role + "-password"));
    }

    Connection connect(Project project, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("ApplicationName", "roles");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + project.ports().postgres() + "/" + database, properties);
    }
}
