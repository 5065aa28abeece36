package dev.datastack.probe.command;

import dev.datastack.probe.Probe;
import dev.datastack.probe.naming.Nameserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command line, understood. {@code waitMillis} is 0 for a single attempt. */
record Command(
        List<Probe> probes,
        long waitMillis,
        long timeoutMillis,
        @Nullable Nameserver nameserver,
        boolean quiet) {}
