package dev.datastack.cli.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Port;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortCheckTest {
    private final FakeRunner runner = new FakeRunner().says("docker ps", "");
    private final PortCheck check = new PortCheck(new Docker(runner));

    @SuppressWarnings("NullAway.Init")
    private ServerSocket holder;

    @BeforeEach
    void somebody_listens() throws IOException {
        holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void and_stops() throws IOException {
        holder.close();
    }

    private ComposeModel publishing(String variable) {
        var port = new Port("postgres", "127.0.0.1", holder.getLocalPort(), 5432, variable);
        return new ComposeModel(
                "p", List.of(new Service("postgres", false, true, 1, false, "", Map.of(), List.of(port))));
    }

    private StackException taken(String variable) {
        var thrown = catchThrowableOfType(StackException.class, () -> check.require(publishing(variable), List.of()));
        assertThat(thrown.problem()).isEqualTo(Problem.PORT_TAKEN);
        return thrown;
    }

    @Test
    void a_container_of_another_project_is_named_with_the_variable_to_change() {
        runner.says(
                "docker ps --filter publish=" + holder.getLocalPort(),
                "{\"Names\":\"other-db-1\",\"Labels\":\"a=b,com.docker.compose.project=other\"}");
        var thrown = taken("POSTGRES_PORT");
        assertThat(thrown).hasMessageContaining("the container other-db-1 of the project other");
        assertThat(thrown.next()).contains("put POSTGRES_PORT=").contains("into .env");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_is_named_with_its_number() {
        assertThat(taken(""))
                .hasMessageContaining("process " + ProcessHandle.current().pid() + " (");
    }

    @Test
    void a_port_written_into_the_compose_file_is_changed_there() {
        assertThat(taken("").next()).contains("docker-compose.yml");
    }

    @Test
    void a_port_that_our_own_stack_holds_is_where_it_belongs() {
        var port = List.of(holder.getLocalPort());
        var own = new ServiceState("1", "p-postgres-1", "postgres", "running", "healthy", 0, "Up", port);
        assertThatCode(() -> check.require(publishing("X"), List.of(own))).doesNotThrowAnyException();
    }

    @Test
    void a_free_port_is_fine() throws IOException {
        var model = publishing("X");
        holder.close();
        assertThatCode(() -> check.require(model, List.of())).doesNotThrowAnyException();
    }
}
