package dev.datastack.etl.dataset;

/**
 * A column that names a member of a reference table. A member that the table lacks is added there as inferred: a flight
 * of an unknown plane is still a flight.
 */
public record Reference(Column column, String table, String key) {}
