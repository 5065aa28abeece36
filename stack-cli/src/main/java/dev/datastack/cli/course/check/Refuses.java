package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import java.util.Map;

/**
 * Compose refuses the project with these variables, and says why: nothing starts half set up. The text must be a word of its
 * own, since Compose's own words hold others within them, such as .env in .environment.
 */
@JsonTypeName("refuses")
record Refuses(String name, Map<String, String> variables, String text) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var resolved = lab.resolve(variables);
        var told = resolved.well() ? "exit code 0" : Told.briefly(resolved);
        return new Finding(
                !resolved.well() && Told.hasWord(Told.by(resolved), text),
                "docker compose config" + Told.variables(variables) + ": " + told,
                "docker compose config" + Told.variables(variables) + ": an exit code other than 0, and it prints '"
                        + text + "'");
    }
}
