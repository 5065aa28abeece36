package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;
import dev.datastack.cli.docker.Container.Mount;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a path of a service lies on: a named volume, an anonymous one, a bind mount, with a mode. It need not be mounted at
 * that path itself: a folder above it will do. Instead of a path there may be a command that prints it.
 */
@JsonTypeName("mounted")
record Mounted(
        String name,
        String service,
        @Nullable String path,
        @Nullable List<String> asks,
        String is) implements ProjectCheck {
    private static final int UNTIL_IT_ANSWERS = 60;

    @Override
    public Finding look(Lab lab) {
        var container = lab.project().containerOf(service);
        var at = path == null ? asked(lab) : path;
        var mounts = container.mounts().stream()
                .filter(mount -> holds(mount.destination(), at))
                .sorted(Comparator.comparingInt(
                                (Mount mount) -> mount.destination().length())
                        .reversed())
                .toList();
        var found = mounts.isEmpty() ? "nothing" : kind(mounts.get(0));
        return new Finding(found.equals(is), words(at, found + (found.equals(is) ? "" : below(mounts))), words(at, is));
    }

    private String asked(Lab lab) {
        var command = Objects.requireNonNull(asks, "a mount is told by its path, or by a command that prints it");
        var project = lab.project();
        var ended = Patience.until(
                lab,
                UNTIL_IT_ANSWERS,
                () -> project.exec(service, command),
                seen -> seen.well()
                        || project.container(service).filter(Running::isOver).isPresent());
        if (!ended.well()) {
            throw LabException.saying(Told.command(command) + " in " + service + ": " + Told.briefly(ended));
        }
        return ended.outText();
    }

    private static boolean holds(String folder, String at) {
        return at.equals(folder) || at.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    /** What was meant to hold the path, and does not, because another mount lies on top of it there. */
    private String below(List<Mount> mounts) {
        return mounts.stream()
                .filter(mount -> kind(mount).equals(is))
                .findFirst()
                .map(mount -> ", on top of the " + is + " at " + mount.destination())
                .orElse("");
    }

    private static String kind(Mount mount) {
        var mode = mount.rw() ? "" : ", read-only";
        if (!mount.type().equals("volume")) {
            return mount.type() + " mount" + mode;
        }
        return (mount.isNameless() ? "anonymous volume" : "named volume") + mode;
    }

    private String words(String at, String what) {
        return "at " + at + " of " + service + ": " + what;
    }
}
