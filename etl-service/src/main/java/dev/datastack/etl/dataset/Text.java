package dev.datastack.etl.dataset;

import org.jspecify.annotations.Nullable;

/** Text: a code when it has a shape, else anything printable. */
public record Text(@Nullable CodeShape shape, int longest) implements Type {

    @Override
    public @Nullable String read(Row row, int field) {
        // A character has at least one byte.
        if (row.length(field) > longest && row.text(field).length() > longest) {
            return Reason.BAD_TEXT + "longer than " + longest + " characters";
        }
        if (shape != null && !shape.matches(row, field)) {
            return Reason.BAD_CODE + Reason.quoted(row.text(field)) + " is not of the shape " + shape;
        }
        if (shape == null && row.text(field).chars().anyMatch(Character::isISOControl)) {
            return Reason.BAD_TEXT + Reason.quoted(row.text(field)) + " holds a control character";
        }
        row.setText(field);
        return null;
    }
}
