package dev.datastack.cli.images.bases;

import dev.datastack.cli.database.PostgresVersion;
import dev.datastack.cli.settings.Settings;
import java.util.List;
import java.util.Map;

/** A base of this stack's images by its official name; the folder that builds a stand-in for it, and what it is told. */
public record BaseImage(String name, String folder, Map<String, String> arguments) {
    /** In the order in which stand-ins are built: the first is the base of the others. */
    public static List<BaseImage> all(Settings settings) {
        return List.of(
                new BaseImage("debian:trixie-slim", "debian", Map.of()),
                new BaseImage("python:3.13-slim-trixie", "python", Map.of()),
                new BaseImage("eclipse-temurin:25-jdk", "temurin", Map.of()),
                postgres(PostgresVersion.in(settings)));
    }

    /** The official images have their volume and their data in the same folder, and since version 18 no longer. */
    private static BaseImage postgres(PostgresVersion version) {
        boolean one = version.major() < 18;
        var volume = "/var/lib/postgresql" + (one ? "/data" : "");
        var data = volume + (one ? "" : "/" + version.text() + "/docker");
        return new BaseImage(
                "postgres:" + version.text(),
                "postgres",
                Map.of("PG_MAJOR", version.text(), "VOLUME", volume, "PGDATA", data));
    }
}
