package dev.datastack.cli.doctor;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.Demands;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.doctor.engine.ClockExaminer;
import dev.datastack.cli.doctor.engine.DiskExaminer;
import dev.datastack.cli.doctor.engine.PlatformExaminer;
import dev.datastack.cli.doctor.engine.ResourceExaminer;
import dev.datastack.cli.doctor.engine.VersionExaminer;
import dev.datastack.cli.doctor.machine.CaBundleExaminer;
import dev.datastack.cli.doctor.machine.Disk;
import dev.datastack.cli.doctor.machine.EnvFileExaminer;
import dev.datastack.cli.doctor.machine.EnvValueExaminer;
import dev.datastack.cli.doctor.machine.FilesExaminer;
import dev.datastack.cli.doctor.machine.GitExaminer;
import dev.datastack.cli.doctor.machine.PlaceExaminer;
import dev.datastack.cli.doctor.machine.ProxyExaminer;
import dev.datastack.cli.doctor.machine.ShellExaminer;
import dev.datastack.cli.doctor.project.OneShotExaminer;
import dev.datastack.cli.doctor.project.PortExaminer;
import dev.datastack.cli.engine.EngineCheck;
import dev.datastack.cli.host.Platform;
import dev.datastack.cli.mounts.OpenFolders;
import dev.datastack.cli.mounts.YearFiles;
import dev.datastack.cli.ports.PortCheck;
import dev.datastack.cli.ports.PortVariables;
import dev.datastack.cli.profile.CpuLimit;
import dev.datastack.cli.profile.SmallProfile;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Looks from the outside in: this machine, the engine, the project, what runs. What has no ground is not looked at. */
final class Doctor {
    private static final String BEYOND_ENGINE = "the engine's resources, ports, images, volumes and containers";
    private static final String BEYOND_COMPOSE = "ports, images, volumes and containers";

    private final Context context;
    private final Disk.Look disks;
    private final Docker docker;

    Doctor(Context context, Disk.Look disks) {
        this.context = context;
        this.disks = disks;
        this.docker = context.docker();
    }

    /** {@code progress} is told what is being looked at. */
    Examination examine(Consumer<String> progress) {
        var examination = new Examination(progress);
        boolean settled = machine(examination);
        if (examination.look(
                "the engine", () -> new VersionExaminer(new EngineCheck(docker, context.environment()), docker))) {
            project(examination, settled);
        } else {
            examination.unseen(BEYOND_ENGINE, "they need an engine that can run the stack");
        }
        return examination;
    }

    /** Whether the file .env can be read. */
    private boolean machine(Examination examination) {
        var root = context.root();
        var settings = context.settings();
        var platform = Platform.here();
        examination.look("the proxies", () -> new ProxyExaminer(context.environment()));
        examination.look("this clone's place", () -> new PlaceExaminer(root, disks));
        examination.look("this clone's files", () -> new FilesExaminer(root, platform));
        examination.look("files that git knows", () -> new GitExaminer(context.runner(), root));
        examination.look("the data files", () -> findings -> findings.check(new YearFiles(root)::require));
        if (platform.isLinux()) {
            examination.look("the mounted folders", () -> findings -> findings.check(new OpenFolders(root)::require));
        }
        boolean settled = examination.look("the file .env", () -> findings -> findings.check(settings.file()::entries));
        if (settled) {
            examination.look("the lines of .env", () -> new EnvFileExaminer(root, settings.file()));
            examination.look("the values of .env", () -> new EnvValueExaminer(settings.file(), SmallProfile.in(root)));
            examination.look("the shell", () -> new ShellExaminer(context.environment(), settings.file()));
            examination.look("the CA bundle", () -> new CaBundleExaminer(root, settings));
        } else {
            examination.unseen("the shell and the CA bundle", "the file .env cannot be read");
        }
        return settled;
    }

    private void project(Examination examination, boolean settled) {
        var engine = examination.read("the engine's state", docker::info);
        engine.ifPresent(seen -> engine(seen, examination));
        if (!settled) {
            examination.unseen(
                    "the Compose file, ports, images, volumes and containers", "the file .env cannot be read");
            return;
        }
        var compose = new Compose(context.runner(), context.root());
        var readable = examination.look("the Compose file", () -> findings -> findings.check(compose::model));
        if (!readable) {
            examination.unseen(BEYOND_COMPOSE, "they need a Compose file that can be read");
            return;
        }
        var ours = examination.look(
                "the project's owner",
                () -> findings -> findings.check(
                        () -> context.ownership().require(compose.model().project())));
        if (!ours) {
            examination.unseen(BEYOND_COMPOSE, "they are not known to be this clone's");
            return;
        }
        var demands = Demands.of(compose);
        engine.ifPresent(seen -> examination.look(
                "the engine's resources",
                () -> new ResourceExaminer(
                        seen, demands, context.settings().file().entry(CpuLimit.SETTING))));
        examination.look("one-shot services", () -> new OneShotExaminer(compose.model(), demands));
        examination.read("the project's containers", compose::states).ifPresent(states -> {
            examination.look("ports", () -> new PortExaminer(ports(compose), compose.model(), states));
            new StackDoctor(context, compose, demands).examine(states, examination);
        });
    }

    private void engine(Docker.EngineInfo engine, Examination examination) {
        examination.look(
                "the engine's clock",
                () -> new ClockExaminer(engine.systemTime(), context.time().now()));
        examination.look(
                "the engine's disk", () -> new DiskExaminer(context.images(), Path.of(engine.dockerRootDir()), disks));
        examination.look(
                "the platform of builds", () -> new PlatformExaminer(context.environment(), docker.platform()));
    }

    private PortCheck ports(Compose compose) {
        var settings = context.settings();
        return new PortCheck(docker, new PortVariables(compose, settings), settings, context.terminal());
    }
}
