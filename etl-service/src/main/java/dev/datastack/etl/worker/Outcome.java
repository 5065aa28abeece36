package dev.datastack.etl.worker;

import dev.datastack.etl.load.LoadResult;
import dev.datastack.etl.load.RejectLimitException;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
sealed interface Outcome {

    record Done(LoadResult result) implements Outcome {}

    /** Another attempt would end the same way. */
    record Failed(String error, @Nullable RejectLimitException rejects) implements Outcome {}

    /** Passing trouble. When the connection was lost, the server may not know yet and hold what the attempt locked. */
    record TryAgain(String error, boolean connectionLost) implements Outcome {}

    record Stopped() implements Outcome {}

    /** Later, because sessions use what it would replace. */
    record StoodBack(String whom) implements Outcome {}

    record Lost(String message) implements Outcome {}
}
