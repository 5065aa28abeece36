package dev.datastack.cli.clean;

import dev.datastack.cli.docker.Belongings;
import dev.datastack.cli.docker.Belongings.Kind;
import dev.datastack.cli.docker.Belongings.Thing;
import dev.datastack.cli.docker.Bytes;
import dev.datastack.cli.terminal.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a cleaning removes: things of the engine, and files below the clone. {@code unmeasured}: why no size is known. */
record Leftovers(List<Thing> things, List<OwnFile> files, Path root, String unmeasured) {
    /** These kinds of things, and the caches; with the volumes, whatever else holds their data. */
    static Leftovers of(Belongings belongings, Set<Kind> kinds, Path root) {
        var things = EnumSet.copyOf(kinds).stream()
                .flatMap(kind -> belongings.list(kind).stream())
                .toList();
        var files = new ArrayList<>(OwnFile.caches(root));
        if (kinds.contains(Kind.VOLUME)) {
            files.addAll(OwnFile.backups(root));
        }
        return new Leftovers(things, List.copyOf(files), root, belongings.unmeasured());
    }

    boolean isNothing() {
        return things.isEmpty() && files.isEmpty();
    }

    int count() {
        return things.size() + files.size();
    }

    List<Thing> of(Set<Kind> kinds) {
        return things.stream().filter(thing -> kinds.contains(thing.kind())).toList();
    }

    private long bytes() {
        return things.stream().mapToLong(Thing::bytes).sum()
                + files.stream().mapToLong(OwnFile::bytes).sum();
    }

    List<String> lines() {
        var table = new Table("KIND", "NAME", "FREES");
        things.forEach(thing ->
                table.row(thing.kind().word(), name(thing), unmeasured.isEmpty() ? Bytes.text(thing.bytes()) : "?"));
        files.forEach(
                file -> table.row(file.kind(), root.relativize(file.path()).toString(), Bytes.text(file.bytes())));
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add("all together: " + frees());
        return lines;
    }

    String frees() {
        return unmeasured.isEmpty() ? Bytes.text(bytes()) : "not known (" + unmeasured + ")";
    }

    private static String name(Thing thing) {
        return thing.kind() == Kind.REPLACED_IMAGE
                ? thing.name().replace("sha256:", "").substring(0, 12) + ", replaced by a newer build"
                : thing.name();
    }
}
