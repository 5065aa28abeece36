package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.command.Cli;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code stack doctor --json} printed. */
record Examined(int exitCode, JsonNode report) {
    static Examined by(Cli cli, String... options) {
        int before = cli.out().length();
        var words =
                Stream.concat(Stream.of("doctor", "--json"), Stream.of(options)).toArray(String[]::new);
        int exitCode = cli.run(words);
        return new Examined(exitCode, JsonMapper.shared().readTree(cli.out().substring(before)));
    }

    List<String> causes() {
        return names("findings");
    }

    List<String> fixed() {
        return names("fixed");
    }

    private List<String> names(String list) {
        return report.path(list)
                .valueStream()
                .map(line -> line.path("cause").asString(""))
                .toList();
    }

    /** Of the one finding of this cause. */
    String evidence(String cause) {
        var found = report.path("findings")
                .valueStream()
                .filter(line -> line.path("cause").asString("").equals(cause))
                .toList();
        assertThat(found).as(cause + " in " + report).hasSize(1);
        return found.get(0).path("evidence").asString("");
    }

    String unseen() {
        return report.path("unseen").toString();
    }
}
