package dev.datastack.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A clone with the data files that a doctor looks for. */
final class SoundClone {
    private SoundClone() {}

    static void in(Path root) throws IOException {
        var data = Files.createDirectories(root.resolve("data/nycflights13"));
        for (var name : List.of("airlines.csv", "airports.csv", "planes.csv", "timezones.csv")) {
            Files.createFile(data.resolve(name));
        }
        for (int month : IntStream.rangeClosed(1, 12).toArray()) {
            Files.createFile(data.resolve("flights-2013-%02d.csv.gz".formatted(month)));
            Files.createFile(data.resolve("weather-2013-%02d.csv.gz".formatted(month)));
        }
    }
}
