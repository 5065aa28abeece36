package dev.datastack.cli.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.datastack.cli.TestEngine;
import dev.datastack.cli.sandbox.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Near misses are refused, by the check that is for them, and right answers pass by whatever way. */
class AnswersIT {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("stack.root")));
    private static final int AT_A_TIME = 3;
    /** For a maker at work on one exercise, such as 6.2. */
    private static final String ONLY = System.getProperty("course.answers", "");

    private final Manifest manifest = Manifest.read(ROOT.resolve("docs/exercises/exercises.json"));
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);

    @TempDir
    private Path folder;

    @AfterEach
    void no_more() {
        pool.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> an_answer_gets_its_verdict() {
        TestEngine.isNeeded();
        var running = Stream.of(HandAnswers.all(), ImageAnswers.all(), ProjectAnswers.all(), HealthAnswers.all())
                .flatMap(answers -> answers)
                .filter(answer -> answer.exercise().startsWith(ONLY))
                .map(answer -> new Given(answer, CompletableFuture.supplyAsync(() -> report(answer), pool)))
                .toList();
        return running.stream().map(Given::test);
    }

    /** An answer, and what the checks will say of it. */
    private record Given(Answer answer, CompletableFuture<Report> report) {
        DynamicTest test() {
            return dynamicTest(answer.exercise() + " " + answer.what(), () -> {
                var said = report.join();
                assertThat(said.failed()).as(said.checks().toString()).isEqualTo(answer.failing());
            });
        }
    }

    private Report report(Answer answer) {
        var exercise = manifest.exercise(answer.exercise()).orElseThrow();
        var work = folder.resolve("answer-" + number.incrementAndGet());
        try {
            answer.write(ROOT.resolve("docs/solutions").resolve(exercise.folder()), work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var checker = new Checker(Sandboxes.real(ROOT), folder.resolve("labs"), Clones.real(ROOT));
        return checker.checkAsMaker(exercise, work);
    }
}
