package dev.datastack.cli.course.grade;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.sandbox.ProjectFiles;
import dev.datastack.cli.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                json.readTree("{\"name\":\"p\",\"services\":" + raw + "}"),
                new ProjectFiles(Path.of("/")));
    }

    /** One of them in a sandbox, from where it can be started. */
    static GradedProject sandboxed(FakeRunner docker, Path folder, ProjectModel model) throws IOException {
        var project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("docker-compose.yml"), "services: {}");
        var sandbox = new GradedProject(Sandboxes.of(docker, project, folder.resolve("home")));
        sandbox.isolate(model.resolved());
        return sandbox;
    }
}
