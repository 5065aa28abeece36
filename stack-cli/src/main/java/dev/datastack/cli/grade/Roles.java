package dev.datastack.cli.grade;

import dev.datastack.cli.grade.Grade.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds which service is which: by the mapping file, else by its command, its image, its port, its name. A learner may call
 * a service as they like.
 */
record Roles(List<Found> found, List<String> missing) {

    static Roles in(ProjectModel model, Map<String, String> mapping) {
        var found = new ArrayList<Found>();
        var missing = new ArrayList<String>();
        for (var role : Role.values()) {
            find(role, model, mapping).ifPresentOrElse(found::add, () -> missing.add(complaint(role, mapping)));
        }
        return new Roles(List.copyOf(found), List.copyOf(missing));
    }

    private static String complaint(Role role, Map<String, String> mapping) {
        var named = mapping.get(role.key());
        return named == null
                ? role.title() + " was not found by command, image, port or name (" + Mapping.FILE + " can name it: "
                        + role.key() + "=SERVICE)"
                : role.title() + " is no service '" + named + "', which " + Mapping.FILE + " names";
    }

    private static Optional<Found> find(Role role, ProjectModel model, Map<String, String> mapping) {
        var named = mapping.get(role.key());
        if (named != null) {
            return model.services().contains(named)
                    ? Optional.of(new Found(role, named, Mapping.FILE))
                    : Optional.empty();
        }
        return by("command", role, model, name -> role.isCommand(model.command(name)))
                .or(() -> by("image", role, model, name -> role.isImage(model.image(name))))
                .or(() -> by("port", role, model, name -> isPort(role, model, name)))
                .or(() -> by("name", role, model, name -> name.contains(role.key())));
    }

    /** Anything may listen on 8080, so an Airflow image has to go with it. */
    private static boolean isPort(Role role, ProjectModel model, String name) {
        var fits = model.ports(name).contains(role.port());
        return role == Role.WEBSERVER ? fits && model.image(name).contains("airflow") : fits;
    }

    private static Optional<Found> by(String mark, Role role, ProjectModel model, Predicate<String> fits) {
        var candidates = model.longRunning().stream().filter(fits).toList();
        return candidates.stream()
                .filter(name -> name.contains(role.key()))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(name -> new Found(role, name, mark));
    }

    Optional<String> service(Role role) {
        return found.stream()
                .filter(one -> one.role() == role)
                .map(Found::service)
                .findFirst();
    }

    /** The services written in Python, each once: a project may run two roles in one service. */
    List<String> pythonServices() {
        return found.stream()
                .filter(one -> one.role().isPython())
                .map(Found::service)
                .distinct()
                .toList();
    }

    List<String> services() {
        return found.stream().map(Found::service).distinct().toList();
    }
}
