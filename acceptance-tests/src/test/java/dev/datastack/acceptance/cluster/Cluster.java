package dev.datastack.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.documents.TypedBlocks;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The namespace {@code data-stack}, through kubectl, and through the blocks of deploy/kubernetes/README.md as they are. */
record Cluster(Shell shell, TypedBlocks readme) {
    private static final String ETL = "deployment/etl-service";
    private static final String RESTARTS = """
            kubectl get pods --no-headers --output custom-columns=NAME:.metadata.name,\
            RESTARTS:.status.containerStatuses[*].restartCount,LAST:.status.containerStatuses[*].lastState.terminated |
              while read -r name restarts last; do
                [ "$restarts" = 0 ] || { echo "$name: $last"; kubectl logs --previous --tail=30 "$name"; }
              done
            """;

    static Cluster of(Node node, TypedBlocks readme) {
        var shell = node.shell().within(Duration.ofMinutes(20));
        // README types this later, but the questions of the tests rely on it from the start.
        shell.line("kubectl config set-context --current --namespace data-stack");
        return new Cluster(shell, readme);
    }

    /** Types a block of the page, see {@link TypedBlocks#with}. */
    Finished type(String words, Map<String, String> values) {
        return shell.run("bash", "-euo", "pipefail", "-c", readme.with(words, values));
    }

    /** The same for a block that must end well; returns what it prints. */
    String typed(String words, Map<String, String> values) {
        var finished = type(words, values);
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        return finished.outText();
    }

    String typed(String words) {
        return typed(words, Map.of());
    }

    Finished run(String words, String... more) {
        return shell.run(Shell.words("kubectl " + words, more));
    }

    String ask(String words, String... more) {
        return shell.output(Shell.words("kubectl " + words, more)).strip();
    }

    void apply(String overlay) {
        ask("apply -k deploy/kubernetes/overlays/" + overlay);
    }

    /** Returns the password of Airflow's page. */
    String awaitAvailable() {
        var printed = typed("kubectl wait").strip().lines().toList();
        return printed.get(printed.size() - 1);
    }

    /** One row per container: its pod, whether it is ready, how often it was restarted. */
    String containers() {
        return ask("get pods --no-headers --output custom-columns=NAME:.metadata.name,"
                + "READY:.status.containerStatuses[*].ready,RESTARTS:.status.containerStatuses[*].restartCount");
    }

    /** How each container ended that was restarted, and what it said last. */
    String restarts() {
        return shell.output("sh", "-c", RESTARTS);
    }

    /** Such as {@code airflow-scheduler-… 1}. */
    String restarted() {
        return containers()
                .lines()
                .filter(line -> !line.matches("\\S+ +true +0"))
                .map(line -> line.replaceAll(" +true +", " "))
                .collect(Collectors.joining(", "));
    }

    /** Every pod that is there is ready, and in its first life. */
    void nothingWasRestarted() {
        assertThat(restarted()).as(restarts()).isEmpty();
    }

    String secret(String name, String key) {
        var encoded = ask("get secret " + name + " --namespace data-stack --output jsonpath={.data." + key + "}");
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    /**
     * How often each description was changed. What kubectl prints would not do: it reports a change of a volume's
     * template, to which the API server adds its defaults, and of a budget's selector, which it always replaces.
     */
    String versions() {
        return ask("get deployment,statefulset,service,poddisruptionbudget,networkpolicy --no-headers --output"
                + " custom-columns=KIND:.kind,NAME:.metadata.name,VERSION:.metadata.generation");
    }

    /** Each pod with the number that no other pod ever has. */
    List<String> pods() {
        var found = ask("get pods --no-headers --output custom-columns=NAME:.metadata.name,UID:.metadata.uid");
        return found.lines().sorted().toList();
    }

    /** The workers, those that are on their way in or out left aside. */
    List<String> readyWorkers() {
        var found = ask(
                "get pods --selector app.kubernetes.io/name=etl-service --output",
                "jsonpath={range .items[?(@.status.containerStatuses[0].ready==true)]}{.metadata.name}{\"\\n\"}{end}");
        return found.lines().sorted().toList();
    }

    void setImage(String image) {
        ask("set image " + ETL + " etl-service=" + image);
    }

    void awaitRollout() {
        ask("rollout status " + ETL + " --timeout=10m");
    }

    /** Why the containers of the pods wait that do. */
    String reasons() {
        return ask("get pods --output", "jsonpath={.items[*].status.containerStatuses[*].state.waiting.reason}");
    }
}
