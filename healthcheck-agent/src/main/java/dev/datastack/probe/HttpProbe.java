package dev.datastack.probe;

import dev.datastack.probe.http.HttpAnswer;
import dev.datastack.probe.http.HttpCall;
import dev.datastack.probe.http.StatusRange;
import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;
import java.util.List;

/** Does this page answer as it should? The status first, then each expectation of the body. */
public record HttpProbe(HttpCall call, StatusRange status, List<Expectation> expectations) implements Probe {
    @Override
    public String ask(Attempt attempt) throws Unhealthy {
        Connection connection = attempt.connect(call.url().target());
        HttpAnswer answer = call.over(connection, attempt.deadline(), attempt.scratch());
        checkStatus(answer);
        StringBuilder found = new StringBuilder(
                Sentence.of("{} answers {}", call.url().toString(), Integer.toString(answer.status())));
        for (Expectation expectation : expectations) {
            found.append(", ").append(expectation.check(answer, attempt));
        }
        return found.toString();
    }

    @Override
    public String explain(String reason) {
        return Sentence.of("{} ({})", reason, call.url().toString());
    }

    private void checkStatus(HttpAnswer answer) throws Unhealthy {
        if (!status.contains(answer.status())) {
            String location = answer.head().location();
            String where = location == null ? "" : Sentence.of(" and points to {}", location);
            throw new Unhealthy("answers {}{}, expected {}", Integer.toString(answer.status()), where, status.text());
        }
    }
}
