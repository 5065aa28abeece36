package dev.datastack.probe.http;

/** What came back; the body's bytes are the first {@code bodyLength} of the scratch body. */
public record HttpAnswer(Head head, int bodyLength) {
    public int status() {
        return head.status();
    }
}
