package dev.datastack.cli.command;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ErrorPrinter;
import dev.datastack.cli.status.StatusCommand;
import java.util.List;

/** Runs what was typed. Apart from {@link Verbs}, so that the JVM reads picocli only where it is needed. */
public final class Typed {
    private Typed() {}

    public static int run(Context context, String... arguments) {
        var status = StatusCommand.of(context, List.of(arguments));
        return status.isPresent() ? run(context, status.get()) : Verbs.run(context, arguments);
    }

    private static int run(Context context, StatusCommand status) {
        try {
            return status.call();
        } catch (RuntimeException e) {
            return new ErrorPrinter(context.terminal(), context.environment()).print(e);
        }
    }
}
