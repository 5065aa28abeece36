package dev.datastack.cli.up;

import dev.datastack.cli.diagnosis.How;

/** A service that is not well: what became of it, and what its health check said last. */
record Cause(String service, How how, String lastProbe) {
    String text() {
        return service + " " + how.text();
    }
}
