package dev.datastack.cli.course.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much a service looks like a role, and by which marks. One strong mark, or several weak ones, are enough. */
record Likeness(String service, int weight, boolean certain, List<String> by) {
    private static final int ENOUGH = 2;
    /** Of Airflow's programs those that are neither of the two. */
    private static final Pattern OTHER_PROGRAM = Pattern.compile(
            "^(?:\\S*/)?(?:airflow\\s+)?(?:celery|triggerer|dag-processor|db|users|connections|flower|kerberos)(?:\\s|$)");
    /** They are called after what they look at. */
    private static final Pattern HELPER = Pattern.compile("exporter|backup|init|migrat|seed|wait|client");

    boolean isEnough() {
        return weight >= ENOUGH;
    }

    static Likeness of(Role role, ProjectModel model, String service) {
        var marks = Marks.of(role);
        var commands = ShellWords.commands(model.start(service));
        var likeness = new Collected();
        boolean certain = marks.isProgram(commands);
        if (certain) {
            likeness.add("command", 8);
        } else if (marks.isWord(commands)) {
            likeness.add("command", 3);
        }
        if (role.isAirflow() && !certain && isOther(commands)) {
            return new Likeness(service, 0, false, List.of());
        }
        boolean kin = model.variables(service).stream()
                .anyMatch(name -> marks.variable().matcher(name).matches());
        likeness.add("image", marks.image().matcher(model.image(service)).find() ? 6 : 0);
        likeness.add(
                "data",
                model.targets(service).stream()
                                .anyMatch(target -> marks.data().matcher(target).matches())
                        ? 4
                        : 0);
        // Anything may listen on 8080, so Airflow has to show in another way as well.
        boolean port = model.ports(service).contains(marks.port());
        likeness.add("port", port && (role != Role.WEBSERVER || kin || isAirflow(model, service)) ? 3 : 0);
        likeness.add("name", name(role, marks, service));
        likeness.add("variables", kin ? 1 : 0);
        return new Likeness(service, likeness.weight, certain, List.copyOf(likeness.by));
    }

    private static int name(Role role, Marks marks, String service) {
        if (service.contains(role.key()) && !HELPER.matcher(service).find()) {
            return 2;
        }
        return marks.name().matcher(service).find() && !HELPER.matcher(service).find() ? 1 : 0;
    }

    private static boolean isOther(List<String> commands) {
        return !commands.isEmpty()
                && OTHER_PROGRAM.matcher(commands.get(commands.size() - 1)).find();
    }

    private static boolean isAirflow(ProjectModel model, String service) {
        return model.image(service).contains("airflow");
    }

    private static final class Collected {
        private final List<String> by = new ArrayList<>();
        private int weight;

        void add(String mark, int more) {
            if (more > 0) {
                by.add(mark);
                weight += more;
            }
        }
    }

    /** Among equals the one that has the role's name, then the first. */
    static Optional<Likeness> best(Role role, ProjectModel model) {
        return model.longRunning().stream()
                .map(service -> of(role, model, service))
                .filter(one -> one.isEnough() && (one.certain() || !looksMoreLikeAnother(one, role, model)))
                .max(Comparator.comparingInt(Likeness::weight)
                        .thenComparing(one -> one.service().contains(role.key()))
                        .thenComparing(one -> -model.longRunning().indexOf(one.service())));
    }

    private static boolean looksMoreLikeAnother(Likeness one, Role role, ProjectModel model) {
        return Stream.of(Role.values())
                .filter(other -> other != role)
                .anyMatch(other -> of(other, model, one.service()).weight() > one.weight());
    }
}
