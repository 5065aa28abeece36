package dev.datastack.cli.diagnosis;

import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.terminal.Count;

/** What became of a service. */
public sealed interface How {
    /** Goes on a sentence that begins with the service's name. */
    String text();

    /** What cures it, for a sentence that goes on with the next start; empty where only its log can tell. */
    default String cure(String service) {
        return "";
    }

    record Absent() implements How {
        @Override
        public String text() {
            return "has no container";
        }
    }

    /** {@code seen}: the engine says so, else only the exit code; {@code use} is empty when it does not run just now. */
    record KilledForMemory(boolean seen, int times, long limit, String use) implements How {
        @Override
        public String text() {
            var killed = seen
                    ? "was killed because it was out of memory"
                    : "was killed with exit code 137, most likely because it was out of memory";
            var often = times > 1 ? " " + times + " times" : "";
            var now = use.isEmpty() ? "" : ", in use now: " + use;
            return killed + often + " (its limit is " + megabytes() + " MB" + now + ")";
        }

        @Override
        public String cure(String service) {
            return "raise its limit: in .env if docker-compose.yml has a variable for it, else in"
                    + " docker-compose.override.yml: services: {" + service
                    + ": {deploy: {resources: {limits: {memory: " + Math.max(1, megabytes()) * 2 + "M}}}}}";
        }

        private long megabytes() {
            return limit >> 20;
        }
    }

    /** The engine could not even start it. */
    record NotStarted(String error) implements How {
        @Override
        public String text() {
            return "did not start: " + error;
        }

        /** A container keeps the id of a network that was removed, and only a new container gets the id of the new one. */
        @Override
        public String cure(String service) {
            return error.matches("(?s).*network .* not found.*") ? "./stack down (it keeps the data)" : "";
        }
    }

    /** {@code exitCode} is that of its last end. */
    record Restarted(int times, int exitCode) implements How {
        @Override
        public String text() {
            return "was restarted " + Count.times(times) + ", last exit code " + exitCode;
        }
    }

    /** With the exit code of a kill, and nothing else is known of it: the engine keeps its events for minutes. */
    record Killed() implements How {
        @Override
        public String text() {
            return "was killed with exit code 137, by a command or because it was out of memory";
        }

        @Override
        public String cure(String service) {
            return "raise its memory limit if this happens again";
        }
    }

    record Ended(int exitCode) implements How {
        @Override
        public String text() {
            return "exited with code " + exitCode;
        }
    }

    /** It is there, and that is not enough. */
    record Stands(ContainerState state, ContainerHealth health) implements How {
        @Override
        public String text() {
            return state == ContainerState.RUNNING && health != ContainerHealth.NONE
                    ? "runs but is " + health.word()
                    : "is " + state.word();
        }

        @Override
        public String cure(String service) {
            return state == ContainerState.PAUSED ? "docker compose unpause " + service : "";
        }
    }
}
