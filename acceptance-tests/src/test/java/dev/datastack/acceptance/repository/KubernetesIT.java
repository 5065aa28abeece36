package dev.datastack.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The manifests of deploy/kubernetes: valid for the newest releases, and as the house rules have it. */
@NeedsEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesIT {
    private static final int RELEASES = 3;

    private static final Manifests LOCAL = Manifests.of("local");
    private static final Manifests MANAGED = Manifests.of("managed-postgres");

    static List<Manifests> overlays() {
        return List.of(LOCAL, MANAGED);
    }

    static Stream<Pod> pods() {
        return overlays().stream().flatMap(overlay -> overlay.pods().stream());
    }

    @Test
    void the_three_newest_releases_take_the_manifests(TestTools tools) {
        for (var release : newestReleases()) {
            var finished = tools.run(List.of(
                    "kubernetes-validate",
                    "--strict",
                    "--quiet",
                    "--kubernetes-version",
                    release,
                    LOCAL.file().toString(),
                    MANAGED.file().toString()));
            assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        }
    }

    /** Kubernetes would drop it, and the pods would be what nobody wanted. */
    @Test
    void a_field_that_kubernetes_does_not_know_is_found(TestTools tools) throws IOException {
        var misspelt = LOCAL.file().resolveSibling("misspelt.yaml");
        var text = Repository.read(Repository.root().resolve(LOCAL.file())).replace("runAsNonRoot:", "runAsNonRot:");
        Files.writeString(Repository.root().resolve(misspelt), text);
        var finished = tools.run(List.of("kubernetes-validate", "--strict", misspelt.toString()));
        assertThat(finished.well()).isFalse();
        assertThat(finished.outText() + finished.errText()).contains("runAsNonRot");
    }

    @Test
    void postgresql_is_in_the_local_cluster_alone() {
        assertThat(LOCAL.ofKind("StatefulSet")).extracting(Manifests::name).containsExactly("postgres");
        assertThat(MANAGED.ofKind("StatefulSet")).isEmpty();
        assertThat(MANAGED.pods()).hasSize(LOCAL.pods().size() - 1);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void the_namespace_refuses_what_is_not_restricted(Manifests manifests) {
        assertThat(manifests.ofKind("Namespace"))
                .extracting(namespace -> namespace
                        .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                        .asString())
                .containsExactly("restricted");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nothing_is_allowed_but_by_a_policy(Manifests manifests) {
        assertThat(manifests
                        .ofKind("NetworkPolicy")
                        .map(policy -> policy.path("spec").toString()))
                .contains("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void a_service_finds_pods(Manifests manifests) {
        assertThat(manifests.ofKind("Service"))
                .isNotEmpty()
                .allSatisfy(service ->
                        assertThat(manifests.pods()).anyMatch(pod -> pod.isFoundBy(service.at("/spec/selector"))));
    }

    /** A lost node takes one of them, and a drained one waits for the other. */
    @ParameterizedTest
    @MethodSource("pods")
    void several_of_a_kind_are_spread_and_go_one_by_one(Pod pod) {
        if (pod.owner().at("/spec/replicas").asInt() > 1) {
            assertThat(pod.spec().path("topologySpreadConstraints")).isNotEmpty();
            assertThat(LOCAL.ofKind("PodDisruptionBudget"))
                    .anyMatch(budget -> pod.isFoundBy(budget.at("/spec/selector/matchLabels")));
        }
    }

    /** Workers are not ready while the database is away: a drain that took it first would wait for them for ever. */
    @ParameterizedTest
    @MethodSource("overlays")
    void a_pod_that_is_not_ready_holds_up_no_drain(Manifests manifests) {
        assertThat(manifests.ofKind("PodDisruptionBudget"))
                .isNotEmpty()
                .allSatisfy(budget -> assertThat(
                                budget.at("/spec/unhealthyPodEvictionPolicy").asString(""))
                        .isEqualTo("AlwaysAllow"));
    }

    /** One node alone can mount it. Whichever of the pods is replaced, it looks for the node of the others. */
    @ParameterizedTest
    @MethodSource("overlays")
    void pods_that_share_a_volume_look_for_one_node(Manifests manifests) {
        var sharing = manifests.pods().stream()
                .filter(pod -> pod.claims().contains("airflow-logs"))
                .toList();
        assertThat(sharing).hasSize(2);
        for (var pod : sharing) {
            var wanted = pod.spec().at("/affinity/podAffinity").findValues("matchLabels");
            assertThat(sharing)
                    .filteredOn(other -> !other.equals(pod))
                    .allSatisfy(other -> assertThat(wanted).anyMatch(other::isFoundBy));
        }
    }

    /** After a crash it reads its WAL, and one that is killed meanwhile reads it from the start again: for ever. */
    @Test
    void the_database_has_a_quarter_of_an_hour_to_recover() {
        var probes = LOCAL.pods().stream()
                .filter(pod -> Manifests.name(pod.owner()).equals("postgres"))
                .map(pod -> pod.containers().get(0).path("startupProbe"));
        assertThat(probes)
                .singleElement()
                .satisfies(probe -> assertThat(probe.path("periodSeconds").asInt()
                                * probe.path("failureThreshold").asInt())
                        .isGreaterThanOrEqualTo(900));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void an_image_has_a_tag_that_does_not_move(Pod pod) {
        assertThat(pod.allContainers())
                .extracting(container -> container.path("image").asString())
                .allMatch(image -> image.matches("[a-z./-]+:.+") && !image.endsWith(":latest"));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void a_container_says_what_it_needs_and_what_memory_it_gets(Pod pod) {
        assertThat(pod.allContainers()).allSatisfy(container -> {
            assertThat(container.at("/resources/requests/cpu").asString("")).isNotEmpty();
            assertThat(container.at("/resources/requests/memory").asString("")).isNotEmpty();
            assertThat(container.at("/resources/limits/memory").asString("")).isNotEmpty();
        });
    }

    /** As with Compose, where {@code init: true} does it. PostgreSQL would end all sessions for an orphan that fails. */
    @ParameterizedTest
    @MethodSource("pods")
    void no_program_of_ours_is_process_1_and_gets_orphans(Pod pod) {
        assertThat(pod.spec().path("shareProcessNamespace").asBoolean(false)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void a_container_that_stays_says_when_it_is_ready(Pod pod) {
        assertThat(pod.containers()).allMatch(container -> container.has("readinessProbe"));
    }

    /** Else the trouble of one service restarts all that depend on it. A command of these images reads a file or a page. */
    @ParameterizedTest
    @MethodSource("pods")
    void a_liveness_probe_asks_its_own_container_alone(Pod pod) {
        for (var probe : pod.containers().stream()
                .map(container -> container.path("livenessProbe"))
                .toList()) {
            assertThat(probe.has("exec")).isFalse();
            assertThat(probe.at("/httpGet/host").isMissingNode()).isTrue();
            // The scheduler's page, which reads its heartbeat from the database.
            assertThat(probe.at("/httpGet/path").asString("")).isNotEqualTo("/health");
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void a_pod_gets_no_token_and_keeps_the_restricted_standard(Pod pod) {
        assertThat(pod.spec().path("automountServiceAccountToken").asString()).isEqualTo("false");
        assertThat(pod.spec().at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.spec().at("/securityContext/runAsUser").asInt()).isPositive();
        assertThat(pod.spec().at("/securityContext/seccompProfile/type").asString())
                .isEqualTo("RuntimeDefault");
        assertThat(pod.spec().propertyNames()).doesNotContain("hostNetwork", "hostPID", "hostIPC");
        assertThat(pod.volumes()).noneMatch(volume -> volume.has("hostPath"));
        assertThat(pod.allContainers())
                .extracting(container -> container.path("securityContext").toString())
                .containsOnly("{\"allowPrivilegeEscalation\":false,\"capabilities\":{\"drop\":[\"ALL\"]},"
                        + "\"readOnlyRootFilesystem\":true}");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void secrets_come_as_files_that_the_script_makes(Pod pod) {
        assertThat(pod.allContainers())
                .allSatisfy(container -> assertThat(container.toString()).doesNotContain("secretKeyRef", "secretRef"));
        assertThat(pod.volumes().stream()
                        .map(volume -> volume.at("/secret/secretName"))
                        .filter(name -> !name.isMissingNode())
                        .map(JsonNode::asString))
                .isSubsetOf("postgres", "airflow", "pgadmin", "etl-service");
    }

    /** The package has the version of the newest release that it knows, and keeps the schemas of those before. */
    private static List<String> newestReleases() {
        var pinned = Pattern.compile("kubernetes-validate==1\\.(\\d+)\\.")
                .matcher(Repository.read(Repository.root().resolve("docker/test-tools/requirements.in")));
        assertThat(pinned.find()).isTrue();
        int newest = Integer.parseInt(pinned.group(1));
        return IntStream.range(0, RELEASES)
                .mapToObj(back -> "1." + (newest - back))
                .toList();
    }
}
