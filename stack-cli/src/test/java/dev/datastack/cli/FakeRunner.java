package dev.datastack.cli;

import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import dev.datastack.cli.process.Finished;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers commands as told; the latest rule that fits wins, and what no rule fits is an error of the test. */
public final class FakeRunner implements CommandRunner {
    private record Rule(String words, Function<Call, Finished> answer) {}

    private record Pour(String words, Function<Call, byte[]> bytes) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<Pour> pours = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, byte[]> fed = new LinkedHashMap<>();
    private int attachedExit;
    private String stream = "";
    private boolean streamEnds;

    public FakeRunner on(String words, Function<Call, Finished> answer) {
        rules.add(0, new Rule(words, answer));
        return this;
    }

    public FakeRunner says(String words, String out) {
        return on(words, call -> finished(call, 0, out, ""));
    }

    /** For a command that prints bytes; it ends well. */
    public FakeRunner pours(String words, Function<Call, byte[]> bytes) {
        pours.add(0, new Pour(words, bytes));
        return says(words, "");
    }

    public FakeRunner fails(String words, int exitCode, String err) {
        return on(words, call -> finished(call, exitCode, "", err));
    }

    public FakeRunner attachedEndsWith(int exitCode) {
        attachedExit = exitCode;
        return this;
    }

    /** What a followed command prints at once, and whether it ends with that. */
    public FakeRunner streams(String lines, boolean ends) {
        stream = lines;
        streamEnds = ends;
        return this;
    }

    public static Finished finished(Call call, int exitCode, String out, String err) {
        out.lines().forEach(call.lines());
        err.lines().forEach(call.lines());
        return new Finished(call, exitCode, out.lines().toList(), err.lines().toList());
    }

    @Override
    public synchronized Finished run(Call call) {
        calls.add(call.text());
        return rules.stream()
                .filter(rule -> call.text().contains(rule.words()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody told how to answer: " + call.text()))
                .answer()
                .apply(call);
    }

    /** Without bytes told for it they are those of the text that the rule answers with. */
    @Override
    public synchronized Finished pour(Call call, Sink sink) throws IOException {
        var finished = run(call);
        var bytes = pours.stream()
                .filter(rule -> call.text().contains(rule.words()))
                .findFirst()
                .map(rule -> rule.bytes().apply(call))
                .orElseGet(() -> finished.outText().getBytes(StandardCharsets.UTF_8));
        sink.take(new ByteArrayInputStream(bytes));
        return finished;
    }

    /** What the command would have read is kept with its words. */
    @Override
    public synchronized Finished feed(Call call, Source source) throws IOException {
        var read = new ByteArrayOutputStream();
        source.write(read);
        fed.put(call.text(), read.toByteArray());
        return run(call);
    }

    /** What the first call with these words in it was given to read. */
    public synchronized byte[] fed(String words) {
        return fed.entrySet().stream()
                .filter(entry -> entry.getKey().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody fed: " + words))
                .getValue();
    }

    @Override
    public synchronized int attach(Call call) {
        calls.add("attached: " + call.text());
        return attachedExit;
    }

    @Override
    public synchronized Following follow(Call call) {
        calls.add("followed: " + call.text());
        stream.lines().forEach(call.lines());
        return new Following() {
            @Override
            public boolean isOpen() {
                return !streamEnds;
            }

            @Override
            public void close() {
                calls.add("closed: " + call.text());
            }
        };
    }

    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }
}
