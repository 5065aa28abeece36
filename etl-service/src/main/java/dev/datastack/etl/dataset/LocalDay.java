package dev.datastack.etl.dataset;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A calendar day, written as 2013-01-31; kept as days since 1970. */
public record LocalDay() implements Type {

    @Override
    public @Nullable String read(Row row, int field) {
        String text = row.text(field);
        try {
            row.set(field, LocalDate.parse(text).toEpochDay());
            return null;
        } catch (DateTimeParseException e) {
            return Reason.BAD_DATE + Reason.quoted(text) + " is not written as 2013-01-31";
        }
    }
}
