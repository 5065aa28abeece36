package dev.datastack.cli.progress;

import java.util.List;

/** Where a start stands as a whole. */
public sealed interface Verdict {
    /** Something is still on its way. */
    record Pending(List<String> lines) implements Verdict {}

    /** Every service is healthy and the year is loaded. */
    record Ready() implements Verdict {}

    /** These services will not get there by themselves. */
    record ServicesFailed(List<String> services) implements Verdict {}

    /** These loads failed and nothing has moved since. */
    record LoadsFailed(List<String> failures) implements Verdict {}
}
