package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.grade.Grade.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which service is which: by the mapping file, else the one that looks most like it. A learner may call a service as they
 * like, and one service may be Airflow's web server and scheduler together.
 */
record Roles(List<Found> found, List<String> missing) {

    static Roles in(ProjectModel model, Map<String, String> mapping) {
        var found = new ArrayList<Found>();
        var missing = new ArrayList<String>();
        for (var role : Role.values()) {
            find(role, model, mapping)
                    .ifPresentOrElse(found::add, () -> missing.add(Missing.sentence(role, model, mapping)));
        }
        return new Roles(List.copyOf(found), List.copyOf(missing));
    }

    private static Optional<Found> find(Role role, ProjectModel model, Map<String, String> mapping) {
        var named = mapping.get(role.key());
        if (named != null) {
            return model.services().contains(named)
                    ? Optional.of(new Found(role, named, Mapping.FILE))
                    : Optional.empty();
        }
        return Likeness.best(role, model).map(one -> new Found(role, one.service(), words(one.by())));
    }

    private static String words(List<String> marks) {
        var last = marks.size() - 1;
        return last == 0 ? marks.get(0) : String.join(", ", marks.subList(0, last)) + " and " + marks.get(last);
    }

    List<Role> absent() {
        return Stream.of(Role.values()).filter(role -> service(role).isEmpty()).toList();
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
