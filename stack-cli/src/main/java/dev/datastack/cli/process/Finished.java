package dev.datastack.cli.process;

import java.util.List;

/** How a command ended. */
public record Finished(Call call, int exitCode, List<String> out, List<String> err) {
    public boolean well() {
        return exitCode == 0;
    }

    public String outText() {
        return String.join("\n", out).strip();
    }

    public String errText() {
        return String.join("\n", err).strip();
    }

    /** The last thing it complained of, for a sentence. */
    public String lastWords() {
        return err.stream().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("exit code " + exitCode);
    }

    public Finished orThrow() {
        if (!well()) {
            throw CommandException.failed(call, exitCode, lastWords());
        }
        return this;
    }
}
