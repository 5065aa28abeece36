package dev.datastack.acceptance.cluster;

import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The namespace {@code data-stack}, through kubectl as deploy/kubernetes/README.md has it. */
record Cluster(Shell shell) {
    private static final String ETL = "deployment/etl-service";

    /** The one command of README that all others rely on. */
    static Cluster of(Node node) {
        var shell = node.shell().within(Duration.ofMinutes(20));
        shell.line("kubectl config set-context --current --namespace data-stack");
        return new Cluster(shell);
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

    void awaitAvailable() {
        ask("wait --for=condition=Available --timeout=15m deployment --all");
    }

    /** One row per container: its pod, whether it is ready, how often it was restarted. */
    String containers() {
        return ask("get pods --no-headers --output custom-columns=NAME:.metadata.name,"
                + "READY:.status.containerStatuses[*].ready,RESTARTS:.status.containerStatuses[*].restartCount");
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
