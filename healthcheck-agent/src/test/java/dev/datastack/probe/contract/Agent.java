package dev.datastack.probe.contract;

import java.util.List;

/** A build of the agent that can be called. */
public interface Agent {
    Result run(List<String> arguments);

    default Result run(String... arguments) {
        return run(List.of(arguments));
    }

    /** What a caller sees. */
    record Result(int exitCode, String out, String err, long millis) {
        public String line() {
            return (out + err).strip();
        }
    }
}
