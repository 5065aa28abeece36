package dev.datastack.cli.logs;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long ago, or a point in time. Docker takes more than that for one, and answers with all lines or with none. */
record Since(String text) {
    private static final String AGO = "(\\d+(\\.\\d+)?(ms|s|m|h))+";
    private static final String ZONE = "(Z|[+-]\\d\\d:\\d\\d)?";
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?" + ZONE + ")?";
    private static final String UNIX_SECONDS = "\\d{9,}(\\.\\d+)?";
    private static final Pattern FORM = Pattern.compile(String.join("|", AGO, DATE, UNIX_SECONDS));

    /** Made by picocli out of what was typed. */
    static final class Typed implements ITypeConverter<Since> {
        @Override
        public Since convert(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new TypeConversionException(
                        "'" + text + "' is not a time; write how long ago, such as 90s, 10m or"
                                + " 2h, or a time such as 2026-01-31T08:00:00Z");
            }
            return new Since(text);
        }
    }
}
