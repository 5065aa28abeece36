package dev.datastack.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.TestEngine;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With buildx 0.38.2 the build is refused without the copy: "additional privileges requested: pass --allow=fs.read=…". */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BuildSecretsIT {
    private static final ProcessRunner RUNNER = new ProcessRunner();

    @TempDir
    private Path folder;

    @Test
    void a_build_takes_the_certificates_that_lay_outside_the_clone() throws IOException {
        TestEngine.isNeeded();
        var root = Files.createDirectory(folder.resolve("clone"));
        var bundle = Files.writeString(folder.resolve("ca.crt"), "certificates");
        Files.writeString(root.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /\n");
        Files.writeString(root.resolve("docker-compose.yml"), """
                services:
                  built: {build: {context: ., secrets: [ca]}}
                secrets:
                  ca: {file: "${STACK_CA_BUNDLE}"}
                """);
        var env = new EnvFile(root.resolve(".env"));
        var project = "build-secrets-it-" + ProcessHandle.current().pid();
        env.set("COMPOSE_PROJECT_NAME", project);
        env.set("STACK_CA_BUNDLE", bundle.toString());
        new BuildSecrets(root, new Settings(Map.of(), env), FakeScreen.pipe().terminal()).ensure();
        try {
            var built = RUNNER.run(Call.of("docker", "compose", "--progress", "plain", "build")
                    .in(root)
                    .within(Duration.ofMinutes(5)));
            assertThat(built.well()).as(built.errText()).isTrue();
        } finally {
            RUNNER.run(Call.of("docker", "image", "rm", project + "-built"));
        }
    }
}
