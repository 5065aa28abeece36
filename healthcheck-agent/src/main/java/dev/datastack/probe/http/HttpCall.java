package dev.datastack.probe.http;

import dev.datastack.probe.machine.ByteSource;
import dev.datastack.probe.machine.Connection;
import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Scratch;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Ascii;
import dev.datastack.probe.text.Sentence;
import dev.datastack.probe.text.Utf8;
import java.util.List;

/** A GET request with the headers to send, the headers to look at, and the bound for the body. */
public record HttpCall(Url url, List<String> headers, List<String> wanted, int bodyLimit) {

    public HttpAnswer over(Connection connection, Deadline deadline, Scratch scratch) throws Unhealthy {
        byte[] request = Utf8.bytes(request());
        connection.write(request, request.length, deadline);
        ByteSource source = new ByteSource(connection, deadline, scratch);
        AnswerReader reader = new AnswerReader(source, scratch, wanted);
        Head head = reader.readHead();
        int length = new BodyReader(source, reader, scratch, bodyLimit).read(head);
        return new HttpAnswer(head, length);
    }

    private String request() {
        StringBuilder text = new StringBuilder("GET ").append(url.page()).append(" HTTP/1.1\r\n");
        if (!names("Host")) {
            text.append("Host: ").append(url.authority()).append("\r\n");
        }
        text.append("User-Agent: healthcheck\r\nAccept: */*\r\nConnection: close\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    private boolean names(String name) {
        for (String header : headers) {
            if (Ascii.startsWith(header, Sentence.of("{}:", name))) {
                return true;
            }
        }
        return false;
    }
}
