package dev.datastack.probe.http;

import dev.datastack.probe.machine.ByteSource;
import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Scratch;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;
import dev.datastack.probe.text.Utf8;

/** A GET request, and the bound for the body of its answer. */
public record HttpCall(Url url, int bodyLimit) {
    public HttpAnswer over(Connection connection, Deadline deadline, Scratch scratch) throws Unhealthy {
        byte[] request = Utf8.bytes(request());
        connection.write(request, request.length, deadline);
        ByteSource source = new ByteSource(connection, deadline, scratch);
        AnswerReader reader = new AnswerReader(source, scratch);
        Head head = reader.readHead();
        int length = new BodyReader(source, reader, scratch, bodyLimit).read(head);
        return new HttpAnswer(head, length);
    }

    private String request() {
        return Sentence.of(
                "GET {} HTTP/1.1\r\nHost: {}\r\nUser-Agent: healthcheck\r\nAccept: */*\r\nConnection: close\r\n\r\n",
                url.page(),
                url.authority());
    }
}
