package dev.datastack.etl.dataset;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A decimal number between two bounds. */
public record DecimalNumber(double least, double most) implements Type {

    // Double.parseDouble alone would also take "NaN", "0x1p3", "1f" and blanks.
    private static final Pattern SHAPE = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?");

    @Override
    public @Nullable String read(String field, Row row, int column) {
        if (!SHAPE.matcher(field).matches()) {
            return Reason.notANumber(field);
        }
        double value = Double.parseDouble(field);
        if (!(value >= least && value <= most)) {
            return Reason.outOfRange(field, least, most);
        }
        row.setDecimal(column, value);
        return null;
    }
}
