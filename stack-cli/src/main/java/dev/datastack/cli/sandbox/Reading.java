package dev.datastack.cli.sandbox;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What became of the look at a project's Compose files. */
public sealed interface Reading {
    /** Why it is not accepted, for a sentence; empty where it is. */
    String complaint();

    /** Compose accepts them, and they stay within: {@code resolved} is the project with all variables filled in. */
    record Accepted(ComposeFiles files, JsonNode resolved) implements Reading {
        @Override
        public String complaint() {
            return "";
        }
    }

    /** They reach beyond the project. */
    record Refused(List<Refusal> refusals) implements Reading {
        @Override
        public String complaint() {
            return refusals.stream().map(Refusal::sentence).collect(Collectors.joining("; "));
        }
    }

    /** There is none, or Compose does not accept it. */
    record Unreadable(String reason) implements Reading {
        @Override
        public String complaint() {
            return reason;
        }
    }
}
