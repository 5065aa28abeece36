package dev.datastack.cli.grade;

import dev.datastack.cli.docker.CommandRunner;
import dev.datastack.cli.start.Interrupts;
import dev.datastack.cli.start.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The order of the grading. Each step needs the one before; what cannot be looked at any more is not judged. */
public final class Grader {
    private final CommandRunner runner;
    private final Time time;
    private final Interrupts interrupts;
    private final Consumer<String> progress;
    private final Duration limit;

    public Grader(CommandRunner runner, Time time, Interrupts interrupts, Consumer<String> progress, Duration limit) {
        this.runner = runner;
        this.time = time;
        this.interrupts = interrupts;
        this.progress = progress;
        this.limit = limit;
    }

    public Grade grade(Path project, int passMark) {
        var mapping = Mapping.of(project);
        progress.accept("copy: " + project);
        var name = "grade-" + Long.toString(time.now().toEpochMilli(), 36);
        var sandbox = new Sandbox(runner, ProjectCopy.of(project), name);
        var watch = interrupts.on(sandbox::close);
        try {
            var book = new Scorebook();
            var model = read(sandbox, book);
            var roles = model.map(known -> Roles.in(known, mapping)).orElse(new Roles(List.of(), List.of()));
            model.ifPresent(known -> judge(sandbox, known, roles, book));
            return new Grade(project.toString(), roles.found(), book.all(), passMark);
        } finally {
            progress.accept("remove: what the grading made");
            sandbox.close();
            watch.close();
        }
    }

    private Optional<ProjectModel> read(Sandbox sandbox, Scorebook book) {
        var files = Sandbox.NAMES.stream()
                .map(sandbox.folder()::resolve)
                .filter(Files::exists)
                .toList();
        if (files.size() != 1) {
            var found = files.isEmpty()
                    ? "there is no docker-compose.yml"
                    : "there is more than one: "
                            + files.stream().map(Path::getFileName).toList();
            book.judge(Rule.COMPOSE_FILE, List.of(found), "");
            book.stopsAt("without one Compose file nothing can be started");
            return Optional.empty();
        }
        var resolved = sandbox.config(files.get(0));
        if (!resolved.well()) {
            // The learner's file lies elsewhere than the copy.
            book.judge(Rule.COMPOSE_FILE, List.of(resolved.lastWords().replace(sandbox.folder() + "/", "")), "");
            book.stopsAt("Compose does not accept the file");
            return Optional.empty();
        }
        var raw = sandbox.configAsWritten(files.get(0));
        book.judge(
                Rule.COMPOSE_FILE,
                List.of(),
                "'docker compose config' accepts " + files.get(0).getFileName());
        return Optional.of(new ProjectModel(sandbox.json(resolved), sandbox.json(raw)));
    }

    private void judge(Sandbox sandbox, ProjectModel model, Roles roles, Scorebook book) {
        book.judge(
                Rule.COMPOSE_SERVICES,
                roles.missing(),
                String.join(", ", roles.found().stream().map(Grader::words).toList()));
        judgeWrittenSecrets(model, book);
        ReadmeFile.judge(sandbox.folder(), model, roles, book);
        var isolation = Isolation.of(model.resolved(), nameOf(model));
        roles.service(Role.POSTGRES)
                .ifPresent(service -> Isolation.dataFolders(model.service(service), sandbox.folder())
                        .forEach(ProjectCopy::empty));
        sandbox.isolate(isolation);
        var images = new ImageJudge(sandbox, model, roles, book);
        images.judgeOwn();
        images.buildAndJudge(isolation.built(), progress);
        if (book.isBroken(Rule.IMAGES_BUILD)) {
            book.stopsAt("an image does not build, so nothing was started");
        } else {
            run(sandbox, model, roles, book);
        }
    }

    /** Compose was given our name for it. */
    private static String nameOf(ProjectModel model) {
        return model.resolved().path("name").asString("");
    }

    private static String words(Grade.Found found) {
        return found.role().key() + " is '" + found.service() + "' (by " + found.by() + ")";
    }

    private static void judgeWrittenSecrets(ProjectModel model, Scorebook book) {
        var faults = new ArrayList<String>();
        for (var service : model.services()) {
            var names = SecretWords.in(model.writtenEnvironment(service));
            if (!names.isEmpty()) {
                faults.add(service + " has " + String.join(", ", names));
            }
        }
        book.judge(
                Rule.COMPOSE_SECRETS,
                faults,
                "none in the environment of " + model.services().size() + " services");
    }

    private void run(Sandbox sandbox, ProjectModel model, Roles roles, Scorebook book) {
        var launch = new Launch(sandbox, time, limit, progress);
        var judge = new RunJudge(sandbox, model, roles, book, time);
        progress.accept("start: docker compose up");
        var refusals = launch.start();
        launch.settled(Set.copyOf(model.longRunning()));
        progress.accept("look: pages, health, volumes");
        judge.judgePages();
        var data = roles.service(Role.POSTGRES).map(service -> new DataJudge(sandbox, book, service));
        var unwritten = data.map(DataJudge::write).orElse(Optional.of("PostgreSQL was not found"));
        var containers = launch.observe();
        containers.forEach(container -> sandbox.willLeave(container.namelessVolumes()));
        judge.judgeRuns(containers, refusals);
        judge.judgeHealth(containers);
        data.ifPresent(one -> one.judgeVolume(containers));
        progress.accept("stop: docker compose down");
        sandbox.compose().down(false, line -> {}).orThrow();
        new HonestyJudge(sandbox, book, progress).judge(roles, containers);
        if (unwritten.isPresent()) {
            book.leave(Rule.VOLUMES_ROWS, unwritten.get());
            book.stopsAt(unwritten.get());
        } else {
            data.ifPresent(one -> startAgain(launch, roles, one));
        }
    }

    private void startAgain(Launch launch, Roles roles, DataJudge data) {
        progress.accept("start: the database again");
        var service = roles.service(Role.POSTGRES).orElseThrow();
        launch.start(service);
        launch.settled(Set.of(service));
        data.judgeRow();
    }
}
