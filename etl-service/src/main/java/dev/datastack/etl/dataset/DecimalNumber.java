package dev.datastack.etl.dataset;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A decimal number between two bounds. */
public record DecimalNumber(double least, double most) implements Type {

    // Double.parseDouble alone would also take "NaN", "0x1p3", "1f" and blanks.
    private static final Pattern SHAPE = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?");

    public DecimalNumber {
        if (!(least <= most)) {
            throw new IllegalArgumentException("No number is in " + least + " to " + most);
        }
    }

    @Override
    public @Nullable String read(Row row, int field) {
        String text = row.text(field);
        if (!SHAPE.matcher(text).matches()) {
            return Reason.notANumber(text);
        }
        double value = Double.parseDouble(text);
        if (!(value >= least && value <= most)) {
            return Reason.outOfRange(text, least, most);
        }
        row.setDecimal(field, value);
        return null;
    }
}
