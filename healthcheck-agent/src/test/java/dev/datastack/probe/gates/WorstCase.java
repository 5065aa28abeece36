package dev.datastack.probe.gates;

import dev.datastack.probe.server.FakePostgres;
import dev.datastack.probe.server.TestServer;
import dev.datastack.probe.server.TestServer.Talk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a server can say to make a probe use much memory, and the probe that asks. SERVER stands for HOST:PORT. */
record WorstCase(String name, Talk talk, List<String> command) {
    static List<WorstCase> all() {
        return List.of(
                of("many items", json("[" + "1,".repeat(500_000) + "1]"), largeJson()),
                of("names with escapes", json("{" + "\"\\n\":1,".repeat(140_000) + "\"z\":1}"), largeJson()),
                of("the same name again", json("{" + "\"a\":\"b\",".repeat(110_000) + "\"z\":1}"), largeJson()),
                of("one long string", json("{\"a\":\"" + "\\u00e9".repeat(170_000) + "\"}"), largeJson()),
                of("eight large answers", json("{\"a\":\"" + "x".repeat(1_000_000) + "\"}"), eight(largeJson())),
                of("one byte at a time", drip(TestServer.ok("x".repeat(60_000))), "http", "http://SERVER/"),
                of(
                        "small chunks",
                        TestServer.answer(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "1\r\nx\r\n".repeat(60_000)
                                + "0\r\n\r\n")),
                        "http",
                        "http://SERVER/"),
                of(
                        "many headers",
                        TestServer.answer(
                                bytes(("HTTP/1.1 103 Hints\r\n" + "Location: x\r\n".repeat(1_200) + "\r\n").repeat(9))),
                        "http",
                        "http://SERVER/"),
                of(
                        "long notices",
                        FakePostgres.greeting(
                                FakePostgres.authentication(0, ""),
                                repeated(FakePostgres.message('N', new byte[60_000]), 190),
                                FakePostgres.ready()),
                        "postgres",
                        "SERVER"),
                of(
                        "a long refusal",
                        FakePostgres.greeting(FakePostgres.error("XX000", "x".repeat(60_000))),
                        "postgres",
                        "SERVER"),
                of(
                        "a long demand for a login",
                        FakePostgres.greeting(FakePostgres.authentication(10, "x".repeat(60_000))),
                        "postgres",
                        "SERVER"));
    }

    private static WorstCase of(String name, Talk talk, String... command) {
        return new WorstCase(name, talk, List.of(command));
    }

    /** The command line against this server. */
    List<String> against(TestServer server) {
        List<String> words = new ArrayList<>();
        for (String word : command) {
            words.add(word.replace("SERVER", server.hostPort()));
        }
        words.addAll(List.of("--timeout", "60s"));
        return words;
    }

    @Override
    public String toString() {
        return name;
    }

    private static String[] largeJson() {
        return new String[] {
            "http", "http://SERVER/", "--body-limit", "1m", "--json", "a=b", "--json", "z=1", "--json", "a=c"
        };
    }

    private static String[] eight(String... probe) {
        List<String> words = new ArrayList<>(List.of(probe));
        for (int i = 1; i < 8; i++) {
            words.add("--and");
            words.addAll(List.of(probe));
        }
        return words.toArray(String[]::new);
    }

    private static Talk json(String body) {
        return TestServer.answer(bytes(TestServer.ok(body)));
    }

    private static Talk drip(String answer) {
        return client -> {
            client.setTcpNoDelay(true);
            TestServer.readRequest(client.getInputStream());
            for (byte one : bytes(answer)) {
                client.getOutputStream().write(one);
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] repeated(byte[] message, int times) {
        byte[] all = new byte[message.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(message, 0, all, i * message.length, message.length);
        }
        return all;
    }
}
