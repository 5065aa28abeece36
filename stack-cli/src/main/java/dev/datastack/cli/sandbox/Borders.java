package dev.datastack.cli.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the project ends: its folder, with the links that were left out of the copy. Collects what reaches beyond. */
final class Borders {
    /** What Compose and BuildKit take for an address instead of a path. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)^(?:[a-z][a-z0-9+.-]*://|git@|github\\.com/).*");

    private static final Pattern SOCKET = Pattern.compile(".*/(?:docker|containerd|podman|buildkitd)[^/]*\\.sock$");

    private final Path folder;
    private final List<LeftOut> leftOut;
    private final List<Refusal> refusals = new ArrayList<>();

    Borders(Path folder, List<LeftOut> leftOut) {
        this.folder = folder;
        this.leftOut = leftOut;
    }

    List<Refusal> refusals() {
        return refusals.stream().distinct().toList();
    }

    void refuse(String where, String setting, Reach reach) {
        refusals.add(new Refusal(where, setting, reach));
    }

    /** A path of this machine; one that is relative begins in the project's folder. */
    void path(String where, String setting, String path) {
        if (ADDRESS.matcher(path).matches()) {
            refuse(where, setting + ": " + path, Reach.REMOTE);
            return;
        }
        var place = folder.resolve(path).normalize();
        if (SOCKET.matcher(place.toString()).matches()) {
            refuse(where, setting + ": " + path, Reach.ENGINE);
        } else if (!place.startsWith(folder)) {
            refuse(where, setting + ": " + path, Reach.OUTSIDE);
        } else {
            linkOn(place).ifPresent(link -> refuse(where, setting + ": " + link, Reach.LINK));
        }
    }

    private Optional<Path> linkOn(Path place) {
        var inside = folder.relativize(place);
        return leftOut.stream().map(LeftOut::path).filter(inside::startsWith).findFirst();
    }
}
