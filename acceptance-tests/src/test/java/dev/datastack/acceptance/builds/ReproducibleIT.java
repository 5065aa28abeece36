package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Shell;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Built twice from the same sources, without a cache between: the same image. */
@NeedsEngine
@ExtendWith(EtlImages.Given.class)
class ReproducibleIT {
    /** Any time will do, as long as it is the same: it is what the image says of its making. */
    private static final Map<String, String> SAME_TIME = Map.of("SOURCE_DATE_EPOCH", "1767225600");

    @Test
    void agent_runtime_and_jib_image_have_the_same_id_twice(EtlImages images) {
        var shell = images.shell().with(SAME_TIME);
        var once = ids(images, shell, "");
        assertThat(ids(images, shell, " --no-cache")).isEqualTo(once);
    }

    @Test
    @Tag("long")
    void of_the_image_by_dockerfile_at_most_the_aot_cache_is_another(EtlImages images) {
        var shell = images.shell().with(SAME_TIME);
        shell.line("docker compose --progress plain build etl-service");
        var once = images.of(Way.DOCKERFILE);
        shell.line("docker compose --progress plain build --no-cache etl-service");
        assertThat(images.of(Way.DOCKERFILE).changedSince(once)).isSubsetOf("COPY /trained/ /");
    }

    private static List<String> ids(EtlImages images, Shell shell, String option) {
        shell.line("docker compose --progress plain build" + option + " java-runtime");
        shell.line("./mvnw -q -B -ntp -pl etl-service jib:dockerBuild");
        return Stream.of("healthcheck-agent:dev", "java-runtime:dev", "etl-service:jib")
                .map(name -> name + " " + images.image(name).id())
                .toList();
    }
}
