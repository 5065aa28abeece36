package dev.datastack.etl.fault;

import dev.datastack.etl.fault.WorkerProcess.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Worker processes, each behind a network of its own, and what may befall them. */
final class Fleet implements AutoCloseable {

    private static final Terms TERMS = new Terms(1, Duration.ofSeconds(2), Duration.ofSeconds(6));

    private final DurableServer server;
    private final String url;
    private final Path folder;
    private final List<Member> members = new ArrayList<>();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);

    private static final class Member {
        private final Proxy proxy;
        private WorkerProcess worker;

        Member(Proxy proxy, WorkerProcess worker) {
            this.proxy = proxy;
            this.worker = worker;
        }
    }

    Fleet(DurableServer server, String url, Path folder, int size) {
        this.server = server;
        this.url = url;
        this.folder = folder;
        for (int i = 0; i < size; i++) {
            Proxy proxy = new Proxy(server.port());
            members.add(new Member(proxy, worker(proxy)));
        }
    }

    void watch(Watcher watcher) {
        members.forEach(member -> member.proxy.watch(watcher));
    }

    /** Happens at the step, before the step goes on. What it takes to go on afterwards happens by itself. */
    void befall(Fault fault, Step step, long millis) {
        Member member = memberOf(step);
        switch (fault) {
            case KILL -> {
                member.worker.kill();
                member.worker = worker(member.proxy);
            }
            case STALL -> {
                long pid = member.worker.pid();
                Signals.stop(pid);
                after(millis, () -> Signals.go(pid));
            }
            case CUT -> member.proxy.cut();
            case BLACK_HOLE -> {
                member.proxy.goDark();
                after(millis, member.proxy::comeBack);
            }
            case FREEZE -> {
                member.proxy.freeze();
                after(millis, member.proxy::thaw);
            }
            case BACK_END -> Signals.kill(step.session().backEnd());
            case RESTART -> server.restart();
        }
    }

    /** Lets everything end in good order. */
    @Override
    public void close() {
        watch(step -> true);
        later.shutdown();
        try {
            if (!later.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Something was still to be put right");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        members.forEach(member -> member.worker.close());
        members.forEach(member -> member.proxy.close());
    }

    private Member memberOf(Step step) {
        return members.stream()
                .filter(member -> member.proxy == step.session().proxy())
                .findFirst()
                .orElseThrow();
    }

    private void after(long millis, Runnable action) {
        var unused = later.schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    private WorkerProcess worker(Proxy proxy) {
        return new WorkerProcess(server.through(proxy, url), folder, folder, TERMS).go();
    }
}
