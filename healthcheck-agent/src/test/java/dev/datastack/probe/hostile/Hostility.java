package dev.datastack.probe.hostile;

import dev.datastack.probe.server.FakePostgres;
import dev.datastack.probe.server.TestServer;
import dev.datastack.probe.server.TestServer.Talk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A way to treat a client badly. */
record Hostility(String name, Talk talk) {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    static List<Hostility> all() {
        return List.of(
                new Hostility("says nothing", client -> client.getInputStream().readAllBytes()),
                new Hostility("closes at once", client -> {}),
                new Hostility("resets at once", client -> client.setSoLinger(true, 0)),
                new Hostility("resets in the middle", Hostility::resetInTheMiddle),
                new Hostility("closes its half and stays", Hostility::closeHalf),
                new Hostility("drips", Hostility::drip),
                new Hostility("body without end", endless(OK + "\r\n", "x".repeat(1000))),
                new Hostility("chunks without end", endless(OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")),
                new Hostility("headers without end", endless(OK, "A: b\r\n")),
                new Hostility("a header line without end", endless(OK + "A: ", "b".repeat(1000))),
                new Hostility("interim answers without end", endless("", "HTTP/1.1 100 Continue\r\n\r\n")),
                new Hostility("notices without end", endless(FakePostgres.message('N', new byte[9]))),
                new Hostility("length and no body", says(OK + "Content-Length: 10\r\n\r\nshort")),
                new Hostility("two lengths", says(OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx")),
                new Hostility("negative length", says(OK + "Content-Length: -1\r\n\r\n")),
                new Hostility("huge length", says(OK + "Content-Length: 99999999999999999999\r\n\r\n")),
                new Hostility("huge chunk", says(OK + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n")),
                new Hostility("negative chunk", says(OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\n")),
                new Hostility("unknown encoding", says(OK + "Transfer-Encoding: gzip\r\n\r\nx")),
                new Hostility("no status", says("HTTP/1.1 \r\n\r\n")),
                new Hostility("ssh", says("SSH-2.0-OpenSSH_9.2\r\n")),
                new Hostility("smtp", says("220 mail ESMTP\r\n")),
                new Hostility("tls alert", says(new byte[] {21, 3, 3, 0, 2, 2, 40})),
                new Hostility("garbage", says(random(100_000))),
                new Hostility("zeros", says(new byte[100_000])),
                new Hostility("a megabyte of nesting", says(TestServer.ok("[".repeat(1_000_000)))),
                new Hostility("a megabyte of objects", says(TestServer.ok("{\"a\":".repeat(199_000)))),
                new Hostility(
                        "invalid utf-8", says(join(OK + "\r\n{\"a\":{\"b\":\"", new byte[] {(byte) 0xff}, "\"}}"))),
                new Hostility("cut utf-8", says(join(OK + "\r\n\"", new byte[] {(byte) 0xe2, (byte) 0x82}, ""))),
                new Hostility("postgres: negative length", says(new byte[] {'R', -1, -1, -1, -1})),
                new Hostility("postgres: huge length", says(new byte[] {'R', 127, -1, -1, -1})),
                new Hostility("postgres: empty", says(new byte[] {'R', 0, 0, 0, 4})),
                new Hostility("postgres: unknown login", says(FakePostgres.authentication(99, ""))),
                new Hostility("postgres: bare error", says(FakePostgres.message('E', new byte[0]))));
    }

    @Override
    public String toString() {
        return name;
    }

    private static Talk says(String text) {
        return says(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Talk says(byte[] bytes) {
        return client -> {
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        };
    }

    private static Talk endless(String start, String more) {
        return client -> {
            client.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
            endless(more.getBytes(StandardCharsets.UTF_8)).with(client);
        };
    }

    /** Until the client hangs up and the write fails. */
    private static Talk endless(byte[] more) {
        return client -> {
            OutputStream out = client.getOutputStream();
            while (true) {
                out.write(more);
            }
        };
    }

    private static void drip(Socket client) throws IOException, InterruptedException {
        for (byte one : (OK + "A: " + "b".repeat(1000)).getBytes(StandardCharsets.UTF_8)) {
            client.getOutputStream().write(one);
            Thread.sleep(50);
        }
    }

    private static void closeHalf(Socket client) throws IOException {
        client.getOutputStream().write("HTTP/1.1 2".getBytes(StandardCharsets.UTF_8));
        client.shutdownOutput();
        client.getInputStream().readAllBytes();
    }

    private static void resetInTheMiddle(Socket client) throws IOException {
        client.getOutputStream().write((OK + "Content-Length: 10\r\n\r\n12").getBytes(StandardCharsets.UTF_8));
        client.setSoLinger(true, 0);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(2013).nextBytes(bytes);
        return bytes;
    }

    private static byte[] join(String start, byte[] middle, String end) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(middle);
        all.writeBytes(end.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }
}
