package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabProject;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What is mounted at a path of a service: a named volume, an anonymous one, a bind mount, with a mode. */
@JsonTypeName("mounted")
record Mounted(String name, String service, String path, String is) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var found = lab.project().inspect(service).map(this::kind).orElse("nothing, for there is no container");
        return new Finding(found.equals(is), words(found), words(is));
    }

    private String kind(JsonNode container) {
        return StreamSupport.stream(container.path("Mounts").spliterator(), false)
                .filter(mount -> mount.path("Destination").asString("").equals(path))
                .map(Mounted::kindOf)
                .findFirst()
                .orElse("nothing");
    }

    private static String kindOf(JsonNode mount) {
        var mode = mount.path("RW").asBoolean() ? "" : ", read-only";
        if (!mount.path("Type").asString("").equals("volume")) {
            return mount.path("Type").asString("") + " mount" + mode;
        }
        return (mount.path("Name").asString("").matches(LabProject.ANONYMOUS) ? "anonymous volume" : "named volume")
                + mode;
    }

    private String words(String what) {
        return "at " + path + " of " + service + ": " + what;
    }
}
