package dev.datastack.cli.context;

import dev.datastack.cli.host.Interrupts;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandException;

/** A terminal that hands on each key at once, until closed. Where {@code stty} is absent a key needs Enter after it. */
public final class SingleKeys implements AutoCloseable {
    private final Context context;
    private final boolean single;
    private final Interrupts.Watch onCtrlC;

    private SingleKeys(Context context, boolean single) {
        this.context = context;
        this.single = single;
        this.onCtrlC = context.interrupts().on(this::restore);
    }

    public static SingleKeys of(Context context) {
        return new SingleKeys(context, context.terminal().hasPerson() && stty(context, "-icanon", "-echo"));
    }

    /** Says so where a key alone is not enough. */
    public void explain() {
        if (context.terminal().hasPerson() && !single) {
            context.terminal().say("Press Enter after a key.");
        }
    }

    private static boolean stty(Context context, String... modes) {
        try {
            return context.runner().attach(Call.of("stty").plus(java.util.List.of(modes))) == 0;
        } catch (CommandException absent) {
            return false;
        }
    }

    @Override
    public void close() {
        onCtrlC.close();
        restore();
    }

    private void restore() {
        if (single) {
            stty(context, "icanon", "echo");
        }
    }
}
