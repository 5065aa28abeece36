package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WiringJudgeTest {
    private static Result result(Rule rule, String services) {
        var model = Models.of(services.replace('\'', '"'));
        var book = new Scorebook();
        new WiringJudge(model, Roles.in(model, Map.of()), book).judge();
        return book.all().stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"target\":80,\"published\":\"5050\",\"host_ip\":\"127.0.0.1\"}', MET",
        "'{\"target\":80,\"published\":\"5050\",\"host_ip\":\"::1\"}', MET",
        "'{\"target\":80,\"published\":\"5050\"}', NOT_MET",
        "'{\"target\":80,\"published\":\"5050\",\"host_ip\":\"0.0.0.0\"}', NOT_MET",
        "'{\"target\":80}', NOT_MET"
    })
    void a_port_is_for_this_machine_alone(String port, Outcome outcome) {
        assertThat(result(Rule.COMPOSE_PORTS, "{\"a\":{\"image\":\"x\",\"ports\":[" + port + "]}}")
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void without_a_port_there_is_nothing_to_judge() {
        assertThat(result(Rule.COMPOSE_PORTS, "{'a':{'image':'x'}}").outcome()).isEqualTo(Outcome.NOT_JUDGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'depends_on':{'db':{'condition':'service_healthy'}} | MET",
                "'depends_on':{'init':{'condition':'service_completed_successfully'}} | MET",
                "'depends_on':{'db':{'condition':'service_started'}} | NOT_MET",
                "'image':'y' | NOT_MET",
                "'restart':'unless-stopped' | MET",
                "'restart':'no' | NOT_MET",
                "'command':['bash','-c','until pg_isready -h db; do sleep 1; done; airflow scheduler'] | MET"
            })
    void a_client_of_the_database_waits_for_it_or_tries_again(String setting, Outcome outcome) {
        var services = """
                {'db':{'image':'postgres:17'},
                 'init':{'image':'x','depends_on':{'db':{'condition':'service_healthy'}}},
                 'job':{'environment':{'DATABASE_HOST':'db'},%s}}""".formatted(setting);
        assertThat(result(Rule.COMPOSE_ORDER, services).outcome()).isEqualTo(outcome);
    }

    @Test
    void a_service_that_does_not_name_the_database_need_not_wait() {
        assertThat(result(Rule.COMPOSE_ORDER, "{'db':{'image':'postgres:17'},'x':{'environment':{'A':'dbs'}}}")
                        .outcome())
                .isEqualTo(Outcome.MET);
    }

    @Test
    void it_is_also_named_by_the_name_of_its_container() {
        var reason = result(Rule.COMPOSE_ORDER, """
                {'db':{'image':'postgres:17','container_name':'my_pg'},
                 'x':{'environment':{'URL':'postgresql://my_pg:5432/x'}}}""").reason();
        assertThat(reason).isEqualTo("x neither waits until db is healthy nor tries again");
    }
}
