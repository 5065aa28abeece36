package dev.datastack.cli.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A set of limits. The defaults are in docker-compose.yml; the other profile is a file of lines for .env. */
public enum Profile {
    DEFAULT,
    SMALL;

    /** The variable that names one in .env. */
    public static final String SETTING = "STACK_PROFILE";

    /** As an option's value. */
    public static final class Word implements ITypeConverter<Profile> {
        @Override
        public Profile convert(String text) {
            return named(text)
                    .orElseThrow(() ->
                            new TypeConversionException("there is no profile '" + text + "'; it is small or default"));
        }
    }

    public static Optional<Profile> named(String text) {
        return Arrays.stream(values())
                .filter(profile -> profile.toString().equals(text))
                .findFirst();
    }

    /** As it is written on the command line and in .env. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
