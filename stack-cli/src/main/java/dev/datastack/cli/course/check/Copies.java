package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many containers of a service the files ask for, as Compose resolves them with these variables. */
@JsonTypeName("copies")
record Copies(String name, Map<String, String> variables, String service, int is) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var resolved = lab.resolve(variables);
        var with = Told.variables(variables);
        if (!resolved.well()) {
            return new Finding(false, "docker compose config" + with + ": " + Told.briefly(resolved), words(is) + with);
        }
        var asked = JsonMapper.shared()
                .readTree(resolved.outText())
                .path("services")
                .path(service);
        return asked.isMissingNode()
                ? new Finding(false, "there is no service " + service + with, words(is) + with)
                : new Finding(number(asked) == is, words(number(asked)) + with, words(is) + with);
    }

    /** Two words for the same, and one container where neither stands. */
    private static int number(JsonNode asked) {
        return asked.path("scale").asInt(asked.at("/deploy/replicas").asInt(1));
    }

    private String words(int number) {
        return number + (number == 1 ? " container of " : " containers of ") + service;
    }
}
