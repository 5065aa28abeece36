package dev.datastack.cli.course.grade;

import tools.jackson.databind.json.JsonMapper;

/** The grade for a program. */
public final class GradeJson {
    /** Of what is printed; a reader of later versions can tell them apart by it. */
    public static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    private GradeJson() {}

    public static String of(Grade grade) {
        var root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("project", grade.project());
        root.put("score", grade.score());
        root.put("of", Rule.allPoints());
        root.put("passMark", grade.passMark());
        root.put("whole", grade.isWhole());
        root.put("passed", grade.passed());
        var services = root.putObject("services");
        grade.services()
                .forEach(found -> services.putObject(found.role().key())
                        .put("service", found.service())
                        .put("foundBy", found.by()));
        var rules = root.putArray("rules");
        grade.results()
                .forEach(result -> rules.addObject()
                        .put("id", result.rule().id())
                        .put("deliverable", result.rule().deliverable().key())
                        .put("text", result.rule().text())
                        .put("outcome", result.outcome().words())
                        .put("points", result.points())
                        .put("of", result.rule().points())
                        .put("reason", result.reason()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
