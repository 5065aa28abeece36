package dev.datastack.cli.sandbox;

import java.nio.file.Path;

/** Where a sandbox keeps what: the copy of the project, and beside it files that no build and no container sees. */
record Place(Path home) {
    Path project() {
        return home.resolve("project");
    }

    Path beside(String file) {
        return home.resolve(file);
    }
}
