package dev.datastack.acceptance.confinement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.TestTools;
import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsEngine
class NetworkIT {
    private static final List<String> EVERY_SERVICE = List.of(
            "postgres", "airflow-webserver", "airflow-scheduler", "airflow-dag-processor", "pgadmin", "etl-service");

    @Test
    void no_service_reaches_the_outside(RunningStack stack, TestTools tools) {
        var project = stack.healthy();
        try (var outside = Outside.of(project, tools)) {
            outside.answersAnOrdinaryNetwork();
            for (var service : EVERY_SERVICE) {
                var visit = project.exec(service, outside.visit());
                assertThat(visit.well()).as("%s: %s", service, visit).isFalse();
                assertThat(visit.outText()).as(service).isEmpty();
            }
        }
    }

    @Test
    void services_reach_each_other_by_name(RunningStack stack) {
        var project = stack.healthy();
        for (var address : List.of("postgres/5432", "airflow-webserver/8080")) {
            var visit = project.exec("etl-service", "timeout", "5", "bash", "-c", "exec 3<>/dev/tcp/" + address);
            assertThat(visit.well()).as(address).isTrue();
        }
    }
}
