package dev.datastack.probe;

import dev.datastack.probe.http.HttpAnswer;
import dev.datastack.probe.json.JsonPath;
import dev.datastack.probe.json.JsonText;
import dev.datastack.probe.json.JsonValue;
import dev.datastack.probe.json.Timestamp;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;
import org.jspecify.annotations.Nullable;

/** What an HTTP answer must say beside its status. */
public sealed interface Expectation {
    /** Returns what was found, or throws what was found in its place. */
    String check(HttpAnswer answer, Attempt attempt) throws Unhealthy;

    /** {@code --expect-header NAME=VALUE}. */
    record Header(String name, String value) implements Expectation {
        @Override
        public String check(HttpAnswer answer, Attempt attempt) throws Unhealthy {
            String found = answer.head().value(name);
            if (!value.equals(found)) {
                throw new Unhealthy("header {} is {}, expected {}", name, (found == null ? "absent" : found), value);
            }
            return Sentence.of("{} is {}", name, value);
        }
    }

    /** {@code --json PATH=VALUE}. */
    record Json(JsonPath path, String value) implements Expectation {
        @Override
        public String check(HttpAnswer answer, Attempt attempt) throws Unhealthy {
            JsonValue found = find(path, answer, attempt);
            if (found == null) {
                throw new Unhealthy("{} is absent, expected {}", path.toString(), value);
            }
            if (!found.is(value)) {
                throw new Unhealthy("{} is {}, expected {}", path.toString(), found.shown(), value);
            }
            return Sentence.of("{} is {}", path.toString(), found.shown());
        }
    }

    /** {@code --json-age PATH<30s}. */
    record JsonAge(JsonPath path, long maxAgeMillis) implements Expectation {
        @Override
        public String check(HttpAnswer answer, Attempt attempt) throws Unhealthy {
            JsonValue found = find(path, answer, attempt);
            if (found == null) {
                throw new Unhealthy("{} is absent, expected a time", path.toString());
            }
            long moment = Timestamp.parse(found);
            if (!Timestamp.isValid(moment)) {
                throw new Unhealthy("{} is {}, expected a time", path.toString(), found.shown());
            }
            return Age.check(path.toString(), moment, maxAgeMillis, attempt.host());
        }
    }

    private static @Nullable JsonValue find(JsonPath path, HttpAnswer answer, Attempt attempt) throws Unhealthy {
        int length = answer.bodyLength();
        return new JsonText(attempt.scratch().body(length), length).find(path);
    }
}
