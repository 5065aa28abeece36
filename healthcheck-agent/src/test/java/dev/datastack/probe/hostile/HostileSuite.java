package dev.datastack.probe.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.contract.Agent;
import dev.datastack.probe.contract.Agent.Result;
import dev.datastack.probe.server.FakeNameserver;
import dev.datastack.probe.server.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does, the probe ends in time, with 1 and a reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class HostileSuite {
    private static final String TIMEOUT = "1s";

    abstract Agent agent();

    @ParameterizedTest
    @MethodSource("dev.datastack.probe.hostile.Hostility#all")
    void a_hostile_server_is_unhealthy_for_every_probe_that_listens(Hostility hostility) {
        try (TestServer server = new TestServer(hostility.talk())) {
            refused(run("http", server.url("/"), "--json", "a.b=c", "--body-limit", "1m"));
            refused(run("postgres", server.hostPort()));
        }
    }

    @Test
    void a_refused_connection_is_unhealthy() {
        refused(run("http", "http://127.0.0.1:1/"));
        refused(run("postgres", "127.0.0.1:1"));
        refused(run("tcp", "127.0.0.1:1", "--and", "tcp", "[::1]:1"));
    }

    /** A full queue of connections: the kernel answers nothing at all. */
    @Test
    void a_dropped_connection_is_unhealthy() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, waiting);
            String target = "127.0.0.1:" + full.getLocalPort();
            assertThat(refused(run("tcp", target))).contains("no answer within 1 s");
            refused(run("http", "http://" + target + "/"));
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static void fill(ServerSocket full, List<Socket> waiting) throws IOException {
        boolean taken = true;
        while (taken) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(full.getLocalSocketAddress(), 300);
            } catch (SocketTimeoutException now) {
                taken = false;
            }
        }
    }

    @Test
    void a_name_that_nobody_knows_is_unhealthy_whatever_the_name_server_says() {
        List<UnaryOperator<byte[]>> answers = List.of(
                query -> FakeNameserver.reply(query, 3, 0),
                query -> FakeNameserver.reply(query, 2, 0),
                query -> FakeNameserver.reply(query, 0, 0),
                query -> FakeNameserver.reply(query, 0, 255),
                query -> new byte[0],
                query -> new byte[] {1},
                query -> Arrays.copyOf(query, query.length - 1),
                query -> query,
                HostileSuite::loop);
        for (UnaryOperator<byte[]> answer : answers) {
            try (FakeNameserver names = new FakeNameserver(answer)) {
                refused(run("tcp", "nobody:80", "--nameserver", names.hostPort()));
            }
        }
        refused(run("tcp", "nobody.invalid:80"));
        refused(run("tcp", "nobody:80", "--nameserver", "127.0.0.1:1"));
    }

    /** An answer whose record has a name that points to itself. */
    private static byte[] loop(byte[] query) {
        byte[] answer = FakeNameserver.reply(query, 0, 1);
        byte[] longer = Arrays.copyOf(answer, answer.length + 4);
        longer[answer.length] = (byte) 0xc0;
        longer[answer.length + 1] = (byte) answer.length;
        return longer;
    }

    private Result run(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--timeout", TIMEOUT));
        return agent().run(arguments);
    }

    private static String refused(Result result) {
        return Refused.check(result, 1000, "");
    }
}
