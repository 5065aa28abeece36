package dev.datastack.cli.course.grade;

import java.util.Map;

/** Why there is no service for a role. */
final class Missing {
    private Missing() {}

    static String sentence(Role role, ProjectModel model, Map<String, String> mapping) {
        var hidden = model.hidden();
        var named = mapping.get(role.key());
        if (named != null) {
            return hidden.services().contains(named)
                    ? role.title() + " is '" + named + "', but a profile hides it: " + model.profiles(named)
                    : role.title() + " is no service '" + named + "', which " + Mapping.FILE + " names";
        }
        return Likeness.best(role, hidden)
                .map(one -> role.title() + " is '" + one.service() + "', but a profile hides it: "
                        + model.profiles(one.service()))
                .orElseGet(() -> role.title() + " was not found by any mark (a line " + role.key() + "=SERVICE in "
                        + Mapping.FILE + " can name it)");
    }
}
