package dev.datastack.etl.dataset;

import org.jspecify.annotations.Nullable;

/** Text: a code when it has a shape, else anything printable. */
public record Text(@Nullable CodeShape shape, int longest) implements Type {

    @Override
    public @Nullable String read(Cells cells, int field, Row row) {
        // A character has at least one byte.
        if (cells.length(field) > longest && cells.text(field).length() > longest) {
            return Reason.BAD_TEXT + "longer than " + longest + " characters";
        }
        if (shape != null && !shape.matches(cells, field)) {
            return Reason.BAD_CODE + Reason.quoted(cells.text(field)) + " is not of the shape " + shape;
        }
        if (shape == null && cells.text(field).chars().anyMatch(Character::isISOControl)) {
            return Reason.BAD_TEXT + Reason.quoted(cells.text(field)) + " holds a control character";
        }
        row.setText(field);
        return null;
    }
}
