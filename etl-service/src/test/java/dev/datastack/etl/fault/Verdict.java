package dev.datastack.etl.fault;

import java.util.List;

/** How a warehouse differs from an undisturbed one, in rows, rejects and loads, and what lies about in it. */
record Verdict(long lost, long twice, long wrongRejects, long wrongLoads, List<String> leftovers) {

    static final Verdict CLEAN = new Verdict(0, 0, 0, 0, List.of());
}
