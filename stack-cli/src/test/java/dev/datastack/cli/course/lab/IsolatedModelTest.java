package dev.datastack.cli.course.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IsolatedModelTest {
    private static String isolated(String model) {
        return JsonMapper.shared().readTree(IsolatedModel.of(model)).toString();
    }

    @Test
    void a_fixed_host_port_becomes_a_free_one_on_the_same_address() {
        assertThat(isolated("""
                {"services": {"web": {"ports": [{"host_ip": "127.0.0.1", "target": 80, "published": "8080"}]}}}"""))
                .isEqualTo("{\"services\":{\"web\":{\"ports\":[{\"host_ip\":\"127.0.0.1\",\"target\":80}]}}}");
    }

    @Test
    void fixed_names_go_so_that_the_project_gives_its_own() {
        assertThat(isolated("""
                {"name": "mine", "services": {"db": {"container_name": "db", "image": "mine/db", "build": {"context": "."}}},
                 "volumes": {"data": {"name": "my-data"}, "plain": null}, "networks": {"back": {"name": "b", "internal": true}}}"""))
                .isEqualTo("{\"services\":{\"db\":{\"build\":{\"context\":\".\"}}},"
                        + "\"volumes\":{\"data\":{},\"plain\":null},\"networks\":{\"back\":{\"internal\":true}}}");
    }

    @Test
    void the_image_of_a_service_that_is_not_built_stays() {
        assertThat(isolated("{\"services\": {\"db\": {\"image\": \"postgres:17\"}}}"))
                .contains("postgres:17");
    }

    @Test
    void an_external_volume_is_refused_for_it_is_somebody_elses() {
        assertThatThrownBy(() -> isolated("{\"volumes\": {\"data\": {\"external\": true, \"name\": \"precious\"}}}"))
                .isInstanceOf(LabException.class)
                .hasMessage("'data' of volumes is external: an exercise brings its own");
    }
}
