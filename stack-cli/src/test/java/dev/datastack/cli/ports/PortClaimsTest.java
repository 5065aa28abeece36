package dev.datastack.cli.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.docker.Compose;
import dev.datastack.cli.docker.ComposeModel;
import dev.datastack.cli.docker.ComposeModel.Port;
import dev.datastack.cli.docker.ComposeModel.Service;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.docker.ServiceState;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services of one project want one port. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PortClaimsTest {
    private final FakeRunner runner = new FakeRunner().says("docker ps", "");

    @TempDir
    private Path clone;

    private FakeScreen screen = FakeScreen.pipe();

    private Path env() {
        return clone.resolve(".env");
    }

    private void require(ComposeModel model, ServiceState... states) {
        var settings = new Settings(Map.of(), new EnvFile(env()));
        var variables = new PortVariables(new Compose(runner, clone), settings);
        new PortCheck(new Docker(runner), variables, settings, screen.terminal()).require(model, List.of(states));
    }

    private StackException refused(ComposeModel model, ServiceState... states) {
        return catchThrowableOfType(StackException.class, () -> require(model, states));
    }

    private static final String AIRFLOW = "airflow-webserver";

    private static Service publishing(String service, String address) {
        var port = new Port(service, address, 5999, 80);
        return new Service(service, false, true, 1, false, "", Map.of(), List.of(port));
    }

    /** Both variables have this value, or Airflow's alone: the port of pgAdmin is written out. */
    private ComposeModel sharing(String variables, String address) {
        runner.says("config --variables", variables);
        return new ComposeModel("p", List.of(publishing(AIRFLOW, "127.0.0.1"), publishing("pgadmin", address)));
    }

    private ComposeModel sharing() {
        return sharing(
                "{\"AIRFLOW_PORT\":{\"DefaultValue\":\"5999\"},\"PGADMIN_PORT\":{\"DefaultValue\":\"5999\"}}",
                "127.0.0.1");
    }

    @Test
    void two_services_of_the_project_that_want_one_port_are_told_of_each_other() {
        var thrown = refused(sharing());
        assertThat(thrown).hasMessageContaining("5999 is published twice");
        assertThat(thrown.evidence().get(1)).contains("pgadmin", "the service airflow-webserver of this project");
        assertThat(thrown.next()).contains("PGADMIN_PORT=6").doesNotContain("stop what holds");
    }

    @Test
    void of_two_services_that_want_one_port_the_one_that_holds_it_keeps_it() {
        assertThat(refused(sharing(), PortCheckTest.running(AIRFLOW, 5999)).next())
                .contains("PGADMIN_PORT=6");
        assertThat(refused(sharing(), PortCheckTest.running("pgadmin", 5999)).next())
                .contains("AIRFLOW_PORT=6");
    }

    @Test
    void while_neither_holds_it_the_one_whose_variable_is_a_line_of_the_file_is_moved() throws IOException {
        Files.writeString(env(), "AIRFLOW_PORT=5999\n");
        var model = sharing();
        var thrown = refused(model);
        assertThat(thrown.evidence().get(1)).contains(AIRFLOW, "the service pgadmin of this project");
        assertThat(thrown.next()).contains("AIRFLOW_PORT=6");
    }

    @Test
    void one_on_all_addresses_takes_the_port_from_one_on_a_single_address() {
        var airflow = "{\"AIRFLOW_PORT\":{\"DefaultValue\":\"5999\"}}";
        assertThat(refused(sharing(airflow, "0.0.0.0"), PortCheckTest.running(AIRFLOW, 5999))
                        .next())
                .as("pgAdmin's number is written out")
                .startsWith("in the Compose file that publishes it, change 5999 to 6");
        require(sharing(airflow, "127.0.0.2"));
        require(sharing(airflow, "::"));
    }

    @Test
    void a_service_that_publishes_one_port_twice_is_told_so() {
        runner.says("config --variables", "{\"AIRFLOW_PORT\":{\"DefaultValue\":\"5999\"}}");
        var ports = List.of(new Port(AIRFLOW, "127.0.0.1", 5999, 80), new Port(AIRFLOW, "0.0.0.0", 5999, 80));
        var service = new Service(AIRFLOW, false, true, 1, false, "", Map.of(), ports);
        var thrown = refused(new ComposeModel("p", List.of(service)));
        assertThat(thrown).hasMessageContaining("5999 is published twice");
        assertThat(thrown.evidence().get(1)).contains("the same service, on 127.0.0.1", "AIRFLOW_PORT=6");
    }

    @Test
    void on_a_narrow_screen_each_port_is_a_sentence() {
        screen = new FakeScreen(new Terminal.Traits(true, false, false, 40), "");
        assertThat(refused(sharing()).evidence())
                .containsExactly(
                        "5999 for pgadmin: taken by the service airflow-webserver of this project; free is PGADMIN_PORT=6000");
    }
}
