package dev.datastack.etl.dataset;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A calendar day, written as 2013-01-31; kept as days since 1970. */
public record LocalDay() implements Type {

    @Override
    public @Nullable String read(String field, Row row, int column) {
        try {
            row.set(column, LocalDate.parse(field).toEpochDay());
            return null;
        } catch (DateTimeParseException e) {
            return Reason.BAD_DATE + Reason.quoted(field) + " is not written as 2013-01-31";
        }
    }
}
