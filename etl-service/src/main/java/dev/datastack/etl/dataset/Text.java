package dev.datastack.etl.dataset;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text: a code when it has a shape, else anything printable. */
public record Text(@Nullable Pattern shape, int longest) implements Type {

    @Override
    public @Nullable String read(String field, Row row, int column) {
        if (field.length() > longest) {
            return Reason.BAD_TEXT + "longer than " + longest + " characters";
        }
        if (shape != null && !shape.matcher(field).matches()) {
            return Reason.BAD_CODE + Reason.quoted(field) + " is not of the shape " + shape.pattern();
        }
        if (shape == null && field.chars().anyMatch(Character::isISOControl)) {
            return Reason.BAD_TEXT + Reason.quoted(field) + " holds a control character";
        }
        row.set(column, field);
        return null;
    }
}
