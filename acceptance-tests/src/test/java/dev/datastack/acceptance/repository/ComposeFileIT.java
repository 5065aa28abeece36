package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@NeedsEngine
class ComposeFileIT {
    @Test
    void every_one_shot_has_a_long_running_dependent() {
        var waitedFor = new TreeSet<String>();
        services().forEachEntry((name, service) -> {
            if (!oneShot(service)) {
                service.path("depends_on").forEachEntry((other, how) -> {
                    if (how.path("condition").asString().equals("service_completed_successfully")) {
                        waitedFor.add(other);
                    }
                });
            }
        });
        var oneShots = new TreeSet<String>();
        services().forEachEntry((name, service) -> {
            if (oneShot(service)) {
                oneShots.add(name);
            }
        });
        assertThat(oneShots).isNotEmpty();
        assertThat(waitedFor).containsAll(oneShots);
    }

    @Test
    void every_build_context_has_an_ignore_file() {
        var ignoreFiles = new TreeMap<String, Boolean>();
        services().forEachEntry((name, service) -> {
            var build = service.path("build");
            if (build.isObject()) {
                var context = Path.of(build.path("context").asString());
                var dockerfile = context.resolve(build.path("dockerfile").asString("Dockerfile"))
                        .normalize();
                ignoreFiles.put(name, ignores(context, dockerfile));
            }
        });
        assertThat(ignoreFiles).isNotEmpty().doesNotContainValue(false);
    }

    @Test
    void every_image_of_its_own_is_built_again_at_up() {
        services().forEachEntry((name, service) -> {
            if (service.path("build").isObject()) {
                assertThat(service.path("pull_policy").asString()).as(name).isEqualTo("build");
            }
        });
    }

    /** An engine in a virtual machine of 2 GB has 1.9 GiB. */
    @Test
    void the_small_profile_lowers_every_limit_that_has_a_variable_and_fits_into_two_gigabytes() {
        var small = Shell.in(Repository.root())
                .output(Shell.words("docker compose --env-file docker/small.env config --format json"));
        var services = JsonMapper.shared().readTree(small).path("services");
        var lowered = new TreeSet<String>();
        long sum = 0;
        for (var service : services().properties()) {
            long before = memory(service.getValue());
            long after = memory(services.path(service.getKey()));
            if (!oneShot(service.getValue())) {
                sum += after;
            }
            if (after < before) {
                lowered.add(service.getKey());
            }
        }
        assertThat(lowered)
                .containsExactly(
                        "airflow-dag-processor",
                        "airflow-scheduler",
                        "airflow-webserver",
                        "etl-service",
                        "pgadmin",
                        "postgres");
        assertThat(sum).isLessThan(1900L << 20);
        assertThat(services.at("/airflow-scheduler/environment/AIRFLOW__CORE__PARALLELISM")
                        .asInt())
                .isEqualTo(2);
    }

    private static long memory(JsonNode service) {
        return service.at("/deploy/resources/limits/memory").asLong(0);
    }

    private static JsonNode services() {
        return Project.fresh(Repository.root()).model().path("services");
    }

    private static boolean ignores(Path context, Path dockerfile) {
        return Files.exists(context.resolve(".dockerignore")) || Files.exists(Path.of(dockerfile + ".dockerignore"));
    }

    private static boolean oneShot(JsonNode service) {
        return service.path("restart").asString().equals("no");
    }
}
