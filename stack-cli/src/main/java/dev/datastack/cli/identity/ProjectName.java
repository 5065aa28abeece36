package dev.datastack.cli.identity;

import java.nio.file.Path;
import java.util.Locale;

/** How Compose names projects. */
public final class ProjectName {
    public static final String VARIABLE = "COMPOSE_PROJECT_NAME";
    /** For a folder whose own name gives none. */
    static final String DEFAULT = "local-data-stack";

    private ProjectName() {}

    public static boolean isUsable(String name) {
        return name.matches("[a-z0-9][a-z0-9_-]*");
    }

    /** What Compose makes of the folder's name; empty where nothing in it can be used. */
    static String of(Path folder) {
        var name = folder.getFileName();
        return name == null
                ? ""
                : name.toString()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_-]", "")
                        .replaceFirst("^[_-]+", "");
    }
}
