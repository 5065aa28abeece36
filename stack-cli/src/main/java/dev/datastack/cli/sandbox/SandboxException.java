package dev.datastack.cli.sandbox;

import dev.datastack.cli.terminal.Printable;

/** The project could not be taken in, or a step of its own took too long. The message is a result for whoever handed it in. */
public class SandboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SandboxException(String reason) {
        super(Printable.of(reason));
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
