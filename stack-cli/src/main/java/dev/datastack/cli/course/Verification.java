package dev.datastack.cli.course;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The maker's proof: every exercise fails as shipped, where its manifest says, and passes with its solution. */
public final class Verification {
    private final Checker checker;
    private final Path root;
    private final int jobs;

    public Verification(Checker checker, Path root, int jobs) {
        this.checker = checker;
        this.root = root;
        this.jobs = jobs;
    }

    /** Tells of each as soon as it and those before it are known; several run at a time. */
    public boolean prove(List<Exercise> exercises, Consumer<Proof> listener) {
        var pool = Executors.newFixedThreadPool(jobs);
        try {
            var running = exercises.stream()
                    .map(exercise -> CompletableFuture.supplyAsync(() -> prove(exercise), pool))
                    .toList();
            boolean all = true;
            for (var future : running) {
                var proof = future.join();
                listener.accept(proof);
                all &= proof.holds();
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private Proof prove(Exercise exercise) {
        return new Proof(exercise, run("docs/exercises", exercise), run("docs/solutions", exercise));
    }

    private Report run(String tree, Exercise exercise) {
        return checker.checkAsMaker(exercise, root.resolve(tree).resolve(exercise.folder()));
    }
}
