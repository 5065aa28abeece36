package dev.datastack.cli.course.grade;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.sandbox.Reading;
import dev.datastack.cli.sandbox.Sandbox;
import dev.datastack.cli.sandbox.SandboxException;
import dev.datastack.cli.sandbox.SandboxHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** The order of the grading. Each step needs the one before; what cannot be looked at any more is not judged. */
public final class Grader {
    private final SandboxHost host;
    private final Consumer<String> progress;
    private final Duration limit;

    public Grader(SandboxHost host, Consumer<String> progress, Duration limit) {
        this.host = host;
        this.progress = progress;
        this.limit = limit;
    }

    public Grade grade(Path project, int passMark) {
        var home = temporaryFolder();
        // Named as the folder: two gradings that begin at the same moment do not share a project.
        var name = home.getFileName().toString();
        var book = new Scorebook();
        var roles = new Roles(List.of(), List.of());
        try (var foreign = new Sandbox(host, name, home, this::leftBehind)) {
            var watch = host.interrupts().on(foreign::close);
            try {
                roles = grade(project, foreign, book);
            } finally {
                watch.close();
            }
        } catch (SandboxException e) {
            book.stopsAt(e.reason());
        } catch (StackException e) {
            book.stopsAt(e.what());
        } catch (UncheckedIOException | JacksonException | IllegalArgumentException e) {
            // Whatever a project holds, a grade comes out.
            book.stopsAt("it cannot be read: " + e.getMessage());
        }
        return new Grade(project.toString(), roles.found(), book.all(), passMark);
    }

    private void leftBehind(String what) {
        progress.accept("not removed: " + what);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("grade-");
        } catch (IOException e) {
            throw new StackException(
                    Problem.PROJECT_UNREADABLE,
                    "no temporary folder can be made (" + e + ").",
                    "to copy the project",
                    "check that the disk has room");
        }
    }

    private Roles grade(Path project, Sandbox foreign, Scorebook book) {
        progress.accept("copy: " + project);
        foreign.take(project);
        var sandbox = new GradedProject(foreign);
        var mapping = Mapping.of(sandbox);
        var model = read(foreign.read(), sandbox, book);
        var roles = model.map(known -> Roles.in(known, mapping)).orElse(new Roles(List.of(), List.of()));
        model.ifPresent(known -> judge(sandbox, known, roles, book));
        progress.accept("remove: what the grading made");
        return roles;
    }

    private static Optional<ProjectModel> read(Reading reading, GradedProject sandbox, Scorebook book) {
        if (reading instanceof Reading.Accepted accepted) {
            var names = accepted.files().files().stream()
                    .map(file -> sandbox.files().folder().relativize(file).toString())
                    .toList();
            var seen = "'docker compose config' accepts " + String.join(", ", names);
            book.judge(Rule.COMPOSE_FILE, List.of(), seen + Unset.in(sandbox.files()));
            return Optional.of(
                    new ProjectModel(accepted.resolved(), sandbox.asWritten(accepted.files()), sandbox.files()));
        }
        var refused = reading instanceof Reading.Refused;
        var fault = reading.complaint() + (refused ? "" : Unset.in(sandbox.files()));
        book.judge(Rule.COMPOSE_FILE, List.of(fault), "");
        book.stopsAt(
                refused
                        ? "the project reaches beyond itself, so nothing of it was built or started"
                        : "Compose does not accept the file");
        return Optional.empty();
    }

    private void judge(GradedProject sandbox, ProjectModel model, Roles roles, Scorebook book) {
        book.judge(
                Rule.COMPOSE_SERVICES,
                roles.missing(),
                String.join(", ", roles.found().stream().map(Grader::words).toList()));
        book.lacks(roles.absent());
        judgeWrittenSecrets(model, book);
        new WiringJudge(model, roles, book).judge();
        ReadmeFile.judge(sandbox.files(), model, roles, book);
        roles.service(Role.POSTGRES).ifPresent(service -> sandbox.emptyDataFolders(model.service(service)));
        var isolated = sandbox.isolate(model.resolved());
        var images = new ImageJudge(sandbox, model, roles, book);
        images.judgeOwn();
        images.buildAndJudge(isolated.images(), progress);
        if (book.isBroken(Rule.IMAGES_BUILD)) {
            book.stopsAt("an image does not build, so nothing was started");
        } else {
            run(sandbox, model, roles, book);
        }
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

    private void run(GradedProject sandbox, ProjectModel model, Roles roles, Scorebook book) {
        var launch = new Launch(sandbox, host.time(), limit, progress);
        var judge = new RunJudge(sandbox, model, roles, book);
        var pages = new PageJudge(sandbox, roles, book, host.time());
        progress.accept("start: docker compose up");
        var refusals = launch.start();
        launch.settled(Set.copyOf(model.longRunning()));
        progress.accept("look: pages, health, volumes");
        pages.judge();
        var data = roles.service(Role.POSTGRES).map(service -> new DataJudge(sandbox, book, service));
        var unwritten = data.map(DataJudge::write).orElse(Optional.of("PostgreSQL was not found"));
        var containers = sandbox.containers();
        containers.forEach(container -> sandbox.willLeave(container.namelessVolumes()));
        judge.judgeRuns(containers, refusals);
        judge.judgeHealth(containers);
        judge.judgeUsers(containers);
        data.ifPresent(one -> one.judgeVolume(containers));
        var honesty = new HonestyJudge(
                sandbox, book, new Readiness(sandbox, roles, pages, host.time()), host.time(), progress);
        honesty.askOneByOne(roles, containers);
        progress.accept("stop: docker compose down");
        sandbox.compose().down(false, line -> {}).orThrow();
        honesty.askWithAllStopped();
        if (unwritten.isPresent()) {
            book.notJudged(Rule.VOLUMES_ROWS, unwritten.get());
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
