package dev.datastack.acceptance.builds;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The ETL image of each way, the image that both stand on, and the database that they load into, under names of their own. */
final class EtlImages implements AutoCloseable {
    private final String project = Project.fresh(Repository.root()).name();
    private final Shell shell = Shell.in(Repository.root())
            .with(Map.of("COMPOSE_PROJECT_NAME", project))
            .within(Duration.ofMinutes(20));
    private final AtomicBoolean closed = new AtomicBoolean();

    private String buildLog = "";

    private EtlImages() {}

    private static EtlImages build() {
        var images = new EtlImages();
        Runtime.getRuntime().addShutdownHook(new Thread(images::close, "remove images of " + images.project));
        var built =
                images.shell.run(Shell.words("docker compose --progress plain build secrets etl-service java-runtime"));
        if (!built.well()) {
            throw new AssertionError(Shell.told(built));
        }
        images.buildLog = built.outText() + built.errText();
        images.shell.line("./mvnw -q -B -ntp -pl etl-service jib:dockerBuild");
        return images;
    }

    Image of(Way way) {
        return image("etl-service:" + way.tag());
    }

    Image image(String name) {
        return Image.of(project + "/" + name, shell);
    }

    /** The steps that Compose's build went through, those from the cache too. */
    String buildLog() {
        return buildLog;
    }

    /** A shell whose Compose and Maven mean these images. */
    Shell shell() {
        return shell;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            shell.run(
                            "docker",
                            "images",
                            "--format",
                            "{{.Repository}}:{{.Tag}}",
                            "--filter",
                            "reference=" + project + "/*")
                    .out()
                    .forEach(name -> shell.run("docker", "rmi", "--force", name));
        }
    }

    /** Hands them to the tests: built when first asked for, removed after the last test. */
    static final class Given implements ParameterResolver {
        private static final Namespace OURS = Namespace.create(EtlImages.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == EtlImages.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(OURS).computeIfAbsent("images", key -> build());
        }
    }
}
