package dev.datastack.cli.course.report;

import dev.datastack.cli.course.grade.Grade;
import dev.datastack.cli.course.grade.GradeJson;
import dev.datastack.cli.course.grade.Outcome;
import dev.datastack.cli.course.grade.Result;
import dev.datastack.cli.course.grade.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The grades of some of the class, as {@code course grade --json} prints them. */
final class SampleGrades {
    private static final String BLOCKED = "an image does not build, so nothing was started";

    /** What each project lacks. */
    static final Map<String, List<Rule>> LACKS = new TreeMap<>(Map.of(
            "Amira Haddad", List.of(),
            "Ben Okafor", List.of(Rule.HEALTH_HONEST),
            "Chiara Rossi", List.of(Rule.IMAGES_STAGES, Rule.HEALTH_HONEST, Rule.README_DOORS),
            "Daniel Weber", List.of(Rule.COMPOSE_SECRETS, Rule.VOLUMES_ROWS, Rule.HEALTH_HONEST, Rule.COMPOSE_PORTS),
            "Finn O'Brien", List.of(Rule.IMAGES_STAGES, Rule.IMAGES_BUILD)));

    private static final Map<Rule, String> REASONS = Map.of(
            Rule.HEALTH_HONEST, "the check of airflow-webserver says healthy while its database is stopped",
            Rule.IMAGES_STAGES, "pgadmin: the last stage copies nothing from an earlier one",
            Rule.README_DOORS, "it does not name the port of pgadmin [5050]",
            Rule.COMPOSE_SECRETS, "POSTGRES_PASSWORD of postgres is written into docker-compose.yml",
            Rule.COMPOSE_PORTS, "postgres publishes 5432 on all addresses",
            Rule.VOLUMES_ROWS, "the row was gone after down and up: relation \"kept\" does not exist",
            Rule.IMAGES_BUILD, "airflow does not build: ERROR: failed to solve: \"/requirements.txt\": not found");

    private SampleGrades() {}

    /** One learner's own folder has a grade in it, too. */
    static void in(Path folder, Path handedIn) {
        LACKS.forEach((name, lacks) -> SampleClass.write(folder.resolve(name + ".json"), json(name, lacks)));
        SampleClass.write(handedIn.resolve("grade.json"), json("mine", List.of()));
    }

    static String json(String name, List<Rule> lacks) {
        var blocked = lacks.contains(Rule.IMAGES_BUILD);
        var results = Stream.of(Rule.values())
                .map(rule -> result(rule, lacks, blocked))
                .toList();
        return GradeJson.of(new Grade("submissions/" + name, List.of(), results, 80));
    }

    private static Result result(Rule rule, List<Rule> lacks, boolean blocked) {
        if (lacks.contains(rule)) {
            return new Result(rule, Outcome.NOT_MET, REASONS.getOrDefault(rule, "it is not so"));
        }
        var runs = rule.id().matches("(?:health|volumes).*|compose\\.(?:runs|pages|order)");
        return blocked && runs ? new Result(rule, Outcome.NOT_JUDGED, BLOCKED) : new Result(rule, Outcome.MET, "seen");
    }
}
