package dev.datastack.cli.doctor.project;

import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import java.util.List;

/** Services that run once. {@code docker compose up --wait} fails when one of them exits and nothing waited for that. */
public final class OneShotExaminer implements Examiner {
    private final ComposeModel model;
    private final List<Demands> demands;

    public OneShotExaminer(ComposeModel model, List<Demands> demands) {
        this.model = model;
        this.demands = demands;
    }

    @Override
    public void examine(Findings findings) {
        demands.stream()
                .filter(service -> service.restart().equals("no"))
                .filter(service -> model.service(service.service())
                        .filter(ComposeModel.Service::oneShot)
                        .isEmpty())
                .forEach(service -> findings.add(
                        Cause.ONE_SHOT_ALONE,
                        service.service() + " has 'restart: \"no\"', and no service depends on its success;"
                                + " 'docker compose up --wait' fails when it exits",
                        "in a service that runs on, write depends_on: {" + service.service()
                                + ": {condition: service_completed_successfully}}"));
    }
}
