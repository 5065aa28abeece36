package dev.datastack.cli.status;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.StackException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Looks again and again until Ctrl-C. An engine that does not answer for a while does not end it. */
final class StatusWatch {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Context context;
    private final StatusView view;
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean failed;

    StatusWatch(Context context) {
        this.context = context;
        this.view = new StatusView(context.terminal());
    }

    void run(Supplier<StatusText> look) {
        var ctrlC = context.interrupts().on(this::end);
        try {
            while (!over.get()) {
                look(look);
                context.time().sleep(PAUSE);
            }
        } finally {
            ctrlC.close();
        }
    }

    private void end() {
        over.set(true);
        context.time().wake();
    }

    /** Ctrl-C reaches docker as well: what fails once may have been ended by it, and is no news. */
    private void look(Supplier<StatusText> look) {
        try {
            view.show(look.get());
            failed = false;
        } catch (StackException e) {
            if (failed) {
                view.trouble(context.time().now(), e.tried() + ": " + e.what());
            }
            failed = true;
        }
    }
}
