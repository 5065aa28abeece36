package dev.datastack.cli.doctor;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.diagnosis.Diagnosis;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.Look;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.doctor.project.ImageExaminer;
import dev.datastack.cli.doctor.project.LogExaminer;
import dev.datastack.cli.doctor.project.VolumeExaminer;
import dev.datastack.cli.doctor.running.AirflowExaminer;
import dev.datastack.cli.doctor.running.LoadExaminer;
import dev.datastack.cli.doctor.running.MemoryExaminer;
import dev.datastack.cli.doctor.running.NetworkExaminer;
import dev.datastack.cli.doctor.running.PasswordExaminer;
import dev.datastack.cli.doctor.running.SecretExaminer;
import dev.datastack.cli.doctor.running.ServiceExaminer;
import java.util.List;
import java.util.Map;

/** Looks at what this clone's project has on the engine: images, volumes, containers, and what is in them. */
final class StackDoctor {
    private static final String DATABASE = "postgres";

    private final Context context;
    private final Docker docker;
    private final Compose compose;
    private final List<Demands> demands;

    StackDoctor(Context context, Compose compose, List<Demands> demands) {
        this.context = context;
        this.docker = context.docker();
        this.compose = compose;
        this.demands = demands;
    }

    void examine(List<ServiceState> states, Examination examination) {
        examination
                .read("what docker inspect tells of the containers", () -> docker.inspectSome(states))
                .ifPresent(containers -> examine(states, containers, examination));
    }

    private void examine(List<ServiceState> states, List<Container> containers, Examination examination) {
        var model = compose.model();
        var images = context.images();
        var look = new Look(context.runner());
        examination.look("images", () -> new ImageExaminer(images, docker.platform(), model, containers));
        examination.look("PostgreSQL's files", () -> new VolumeExaminer(look, images, model, volume("postgres-data")));
        if (states.isEmpty()) {
            examination.unseen("containers, secrets, runs and loads", "the stack is not running");
            return;
        }
        var detailed = containers.stream()
                .filter(container ->
                        states.stream().filter(ServiceState::isRunning).anyMatch(container::isOf))
                .toList();
        examination.look("logs", () -> new LogExaminer(containers));
        examination.look("containers", () -> new ServiceExaminer(model, states, containers, diagnosis(containers)));
        examination.look("memory", () -> new MemoryExaminer(compose, ServiceState.runningServices(states)));
        examination.look("networks", () -> new NetworkExaminer(compose, demands, detailed));
        inside(detailed, look, examination);
    }

    private void inside(List<Container> detailed, Look look, Examination examination) {
        var database = detailed.stream()
                .filter(container -> container.service().equals(DATABASE))
                .findFirst();
        if (database.isEmpty()) {
            examination.unseen("secrets, runs and loads", DATABASE + " is not running");
            return;
        }
        examination.look(
                "secrets",
                () -> new SecretExaminer(look, volume("secrets"), database.get().image(), detailed));
        examination.look("passwords", () -> new PasswordExaminer(compose));
        examination.look("Airflow's DAGs and runs", () -> new AirflowExaminer(compose));
        examination.look("loads", () -> new LoadExaminer(compose));
    }

    private Diagnosis diagnosis(List<Container> containers) {
        return new Diagnosis(
                docker.lately(containers.stream().map(Container::id).toList()), Map.of());
    }

    private String volume(String key) {
        return compose.plainVolumes().getOrDefault(key, compose.model().project() + "_" + key);
    }
}
