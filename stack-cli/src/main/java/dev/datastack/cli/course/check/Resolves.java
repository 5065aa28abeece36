package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A value of the project as Compose resolves it, with variables of the check's own in the environment. */
@JsonTypeName("resolves")
record Resolves(String name, Map<String, String> variables, String pointer, Wish wish) implements ProjectCheck {
    private static final JsonNode NOTHING = MissingNode.getInstance();

    @Override
    public Finding look(Lab lab) {
        var resolved = lab.resolve(variables);
        if (!resolved.well() && !variables.isEmpty() && !lab.resolve(Map.of()).well()) {
            // The same is wrong without these variables, and the start of the project has told it.
            lab.project();
        }
        var document = resolved.well() ? JsonMapper.shared().readTree(resolved.outText()) : NOTHING;
        var found = wish.of(pointer, document);
        var with = Told.variables(variables);
        var parent = pointer.substring(0, pointer.lastIndexOf('/'));
        if (resolved.well() && found.passed() && document.at(parent).isMissingNode()) {
            // What is not there has no value either, and would meet a wish for none.
            return new Finding(false, "there is no " + parent + with, found.expected() + with);
        }
        var observed = resolved.well()
                ? found.observed() + with
                : "docker compose config" + with + ": " + Told.briefly(resolved);
        return new Finding(resolved.well() && found.passed(), observed, found.expected() + with);
    }
}
