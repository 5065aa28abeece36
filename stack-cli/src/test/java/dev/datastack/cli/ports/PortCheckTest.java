package dev.datastack.cli.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Port;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.ContainerHealth;
import dev.datastack.cli.docker.ContainerState;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.docker.ServiceState.Publisher;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortCheckTest {
    private final FakeRunner runner = new FakeRunner().says("docker ps", "");

    @TempDir
    private Path clone;

    @SuppressWarnings("NullAway.Init")
    private ServerSocket holder;

    private FakeScreen screen = FakeScreen.pipe();
    private Map<String, String> shell = Map.of();

    @BeforeEach
    void somebody_listens() throws IOException {
        holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void and_stops() throws IOException {
        holder.close();
    }

    private static InetAddress sixth() throws IOException {
        var one = new byte[16];
        one[15] = 1;
        return InetAddress.getByAddress(one);
    }

    private int held() {
        return holder.getLocalPort();
    }

    /** Services with a port each, by the variable that it comes from; {@code -} is a number that is written out. */
    private ComposeModel publishing(Map<String, Integer> ports) {
        runner.says(
                "config --variables",
                ports.entrySet().stream()
                        .filter(port -> !port.getKey().equals("-"))
                        .map(port -> "\"%s\":{\"DefaultValue\":\"%d\"}".formatted(port.getKey(), port.getValue()))
                        .collect(Collectors.joining(",", "{", "}")));
        return new ComposeModel(
                "p",
                new TreeMap<>(ports)
                        .entrySet().stream()
                                .map(port -> service(port.getKey(), port.getValue()))
                                .toList());
    }

    private static Service service(String variable, int published) {
        var name = "of-" + variable;
        return new Service(
                name, false, true, 1, false, "", Map.of(), List.of(new Port(name, "127.0.0.1", published, 80)));
    }

    private Path env() {
        return clone.resolve(".env");
    }

    private boolean settle(ComposeModel model, boolean yes, ServiceState... states) {
        var settings = new Settings(shell, new EnvFile(env()));
        var variables = new PortVariables(new Compose(runner, clone), settings);
        return new PortCheck(new Docker(runner), variables, settings, screen.terminal())
                .settle(model, List.of(states), yes);
    }

    private StackException refused(ComposeModel model, boolean yes) {
        var thrown = catchThrowableOfType(StackException.class, () -> settle(model, yes));
        assertThat(thrown.problem()).isEqualTo(Problem.PORT_TAKEN);
        assertThat(env()).doesNotExist();
        return thrown;
    }

    @Test
    void all_that_are_taken_are_said_at_once_each_with_its_holder_and_another_free_one() throws IOException {
        try (var second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            runner.says(
                    "docker ps --filter publish=" + held(),
                    "{\"Names\":\"other-db-1\",\"Labels\":\"a=b,com.docker.compose.project=other\"}");
            var thrown = refused(publishing(Map.of("A_PORT", held(), "B_PORT", second.getLocalPort())), false);
            assertThat(thrown).hasMessageContaining(held() + ", " + second.getLocalPort());
            assertThat(thrown.evidence()).hasSize(3);
            assertThat(thrown.evidence().get(1)).contains("of-A_PORT", "the container other-db-1 of the project other");
            assertThat(thrown.next())
                    .matches("'./stack up --yes' writes A_PORT=(\\d+) and B_PORT=(?!\\1)\\d+ to .env .*");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_is_named_with_its_number() {
        assertThat(refused(publishing(Map.of("-", held())), true).evidence().get(1))
                .contains("process " + ProcessHandle.current().pid() + " (");
    }

    @Test
    void a_port_written_into_the_compose_file_is_changed_there() {
        assertThat(refused(publishing(Map.of("-", held())), true).next())
                .startsWith("in the Compose file that publishes it, change " + held() + " to ");
    }

    @Test
    void where_the_shell_has_the_variable_a_line_in_the_file_would_not_help() {
        shell = Map.of("A_PORT", String.valueOf(held()));
        assertThat(refused(publishing(Map.of("A_PORT", held())), true).next())
                .matches(
                        "A_PORT of your shell wins over .env: 'unset A_PORT', or 'A_PORT=\\d+ ./stack up'; or stop .*");
    }

    @Test
    void yes_takes_the_free_ones_and_writes_them_down() {
        assertThat(settle(publishing(Map.of("A_PORT", held())), true)).isTrue();
        assertThat(env()).content().matches("A_PORT=\\d+\n").doesNotContain(String.valueOf(held()));
        assertThat(screen.out()).contains("written to .env, because " + held() + " is taken by ");
    }

    @Test
    void whoever_sits_here_is_asked_and_may_say_no() throws IOException {
        screen = FakeScreen.personWhoSays("no");
        refused(publishing(Map.of("A_PORT", held())), false);
        screen = FakeScreen.personWhoSays("yes");
        assertThat(settle(publishing(Map.of("A_PORT", held())), false)).isTrue();
        assertThat(screen.out()).contains("TAKEN BY", "Write A_PORT=", " to .env, and go on? [y/N]");
        assertThat(Files.readString(env())).startsWith("A_PORT=");
    }

    static ServiceState running(String service, int port) {
        return new ServiceState(
                "1",
                "p-1",
                service,
                ContainerState.RUNNING,
                ContainerHealth.HEALTHY,
                0,
                "Up",
                List.of(new Publisher(port)));
    }

    @Test
    void a_port_that_our_own_stack_holds_is_where_it_belongs() {
        var own = running("postgres", held());
        assertThat(settle(publishing(Map.of("A_PORT", held())), false, own)).isFalse();
    }

    @Test
    void a_free_port_is_fine_and_asks_compose_nothing() throws IOException {
        var model = publishing(Map.of("A_PORT", held()));
        holder.close();
        assertThat(settle(model, false)).isFalse();
        assertThat(runner.calls()).isEmpty();
    }

    @Test
    void another_page_on_the_other_localhost_is_seen() throws IOException {
        var model = publishing(Map.of("A_PORT", held()));
        assertThat(new OtherLocalhost().warnings(model)).isEmpty();
        try (var other = new ServerSocket()) {
            try {
                other.bind(new InetSocketAddress(sixth(), held()));
            } catch (IOException noSuchAddress) {
                assumeTrue(false, "this machine has ::1");
            }
            assertThat(new OtherLocalhost().warnings(model))
                    .singleElement()
                    .asString()
                    .contains(
                            "on [::1]:" + held() + " something else answers",
                            "127.0.0.1:" + held() + " leads to of-A_PORT");
        }
    }
}
