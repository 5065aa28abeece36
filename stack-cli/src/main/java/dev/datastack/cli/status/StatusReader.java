package dev.datastack.cli.status;

import dev.datastack.cli.airflow.AirflowRuns;
import dev.datastack.cli.airflow.RunProgress;
import dev.datastack.cli.airflow.RunReport;
import dev.datastack.cli.diagnosis.Diagnosis;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.Docker.Use;
import dev.datastack.cli.docker.ProjectContainers;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.ledger.Ledger;
import dev.datastack.cli.ledger.LoadProgress;
import dev.datastack.cli.ledger.LoadProgress.FailedLoad;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the engine, the ledger and Airflow's database. */
public final class StatusReader {
    private final ComposeModel model;
    private final ProjectContainers containers;
    private final Docker docker;

    public StatusReader(ComposeModel model, ProjectContainers containers, Docker docker) {
        this.model = model;
        this.containers = containers;
        this.docker = docker;
    }

    /** {@code withUse}: memory and processor as well, which takes two seconds. */
    public StackStatus read(boolean withUse) {
        var states = containers.states();
        var details = containers.details();
        var use = withUse ? docker.use(running(states)) : Map.<String, Use>of();
        var memory = use.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().memory()));
        var services = new Services(details, new Diagnosis(docker.lately(restless(details)), memory), use);
        var rows = model.running().stream()
                .flatMap(service -> services.of(service, states))
                .toList();
        var databaseRuns = states.stream().anyMatch(state -> state.service().equals("postgres") && state.isRunning());
        var loads =
                databaseRuns ? new Ledger(containers).progress().orElse(LoadProgress.NOTHING) : LoadProgress.NOTHING;
        var runs =
                databaseRuns ? new AirflowRuns(containers).progress().orElse(RunProgress.NOTHING) : RunProgress.NOTHING;
        var report = new RunReport(containers);
        var why = Stream.concat(
                        loads.failures().stream().map(FailedLoad::text).map("load failed: "::concat),
                        report.lines(runs).stream())
                .toList();
        return new StackStatus(
                model.project(),
                rows.stream().allMatch(ServiceStatus::well),
                rows,
                loads.isComplete(),
                loads,
                runs,
                why,
                report.cure(runs).orElse(""));
    }

    private static List<String> running(List<ServiceState> states) {
        return states.stream()
                .filter(ServiceState::isRunning)
                .map(ServiceState::name)
                .toList();
    }

    /** Of these the engine's events know how they ended before they started again. */
    private static List<String> restless(List<Container> details) {
        return details.stream()
                .filter(detail -> detail.restartCount() > 0)
                .map(Container::id)
                .toList();
    }
}
