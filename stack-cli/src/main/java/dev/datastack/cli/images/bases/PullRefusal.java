package dev.datastack.cli.images.bases;

import dev.datastack.cli.process.CommandException;
import dev.datastack.cli.process.Finished;
import java.util.Optional;
import java.util.function.Supplier;

/** Why a pull gave nothing, in the registry's words or for want of any. */
final class PullRefusal {
    private PullRefusal() {}

    static Optional<String> of(Supplier<Finished> pull) {
        try {
            var finished = pull.get();
            return finished.well() ? Optional.empty() : Optional.of(finished.lastWords());
        } catch (CommandException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
