package dev.datastack.probe;

import dev.datastack.probe.http.HttpAnswer;
import dev.datastack.probe.json.JsonPath;
import dev.datastack.probe.json.JsonText;
import dev.datastack.probe.json.JsonValue;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;

/** What the JSON of an answer must say: {@code --json PATH=VALUE}. */
public record Expectation(JsonPath path, String value) {
    /** Returns what was found, or throws what was found in its place. */
    String check(HttpAnswer answer, Attempt attempt) throws Unhealthy {
        int length = answer.bodyLength();
        JsonValue found = new JsonText(attempt.scratch().body(length), length).find(path);
        if (found == null) {
            throw new Unhealthy("{} is absent, expected {}", path.toString(), value);
        }
        if (!found.is(value)) {
            throw new Unhealthy("{} is {}, expected {}", path.toString(), found.shown(), value);
        }
        return Sentence.of("{} is {}", path.toString(), found.shown());
    }
}
