package dev.datastack.cli.grade;

import tools.jackson.databind.json.JsonMapper;

/** Small projects in the form that {@code docker compose config --format json} prints. */
final class Models {
    private Models() {}

    static ProjectModel of(String services) {
        return of(services, services);
    }

    static ProjectModel of(String resolved, String raw) {
        var json = JsonMapper.shared();
        return new ProjectModel(
                json.readTree("{\"name\":\"p\",\"services\":" + resolved + "}"),
                json.readTree("{\"name\":\"p\",\"services\":" + raw + "}"));
    }
}
