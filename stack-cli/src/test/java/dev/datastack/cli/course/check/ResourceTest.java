package dev.datastack.cli.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResourceTest {
    private static JsonNode host(String json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void half_a_cpu_has_three_spellings() {
        assertThat(Resource.CPUS.limit(host("{\"NanoCpus\": 500000000}"))).hasValue(0.5);
        assertThat(Resource.CPUS.limit(host("{\"CpuQuota\": 100000, \"CpuPeriod\": 200000}")))
                .hasValue(0.5);
        assertThat(Resource.CPUS.limit(host("{\"CpuQuota\": 50000, \"CpuPeriod\": 0}")))
                .hasValue(0.5);
    }

    @Test
    void nothing_zero_and_less_are_no_limit() {
        assertThat(Resource.CPUS.limit(host("{\"NanoCpus\": 0, \"CpuQuota\": -1}")))
                .isEmpty();
        assertThat(Resource.MEMORY.limit(host("{\"Memory\": 0}"))).isEmpty();
        assertThat(Resource.PROCESSES.limit(host("{\"PidsLimit\": null}"))).isEmpty();
    }

    @Test
    void a_limit_is_told_in_its_unit() {
        assertThat(Resource.MEMORY.words(
                        Resource.MEMORY.limit(host("{\"Memory\": 67108864}")).orElseThrow()))
                .isEqualTo("64 MB");
        assertThat(Resource.CPUS.words(0.5)).isEqualTo("0.500 CPUs");
    }
}
