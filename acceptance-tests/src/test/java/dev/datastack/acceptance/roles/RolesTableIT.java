package dev.datastack.acceptance.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table that differs lies in target/ afterwards, to be copied into the page. */
@NeedsEngine
class RolesTableIT {
    private static final Path PAGE = Repository.root().resolve("docs/architecture/roles.md");

    @Test
    void the_page_says_what_each_role_may_do() throws IOException {
        var table = RolesTable.rights();
        Files.writeString(Path.of("target", "roles-rights.md"), table);
        assertThat(Repository.read(PAGE)).contains(table);
    }

    @Test
    void the_page_says_what_each_role_may_take(RunningStack stack) throws IOException, SQLException {
        var table = RolesTable.limits(limits(stack.healthy()));
        Files.writeString(Path.of("target", "roles-limits.md"), table);
        assertThat(Repository.read(PAGE)).contains(table);
    }

    @Test
    void no_role_is_without_a_limit_on_connections_disk_and_time(RunningStack stack) throws SQLException {
        var limits = limits(stack.healthy());
        assertThat(limits.subList(0, 3)).allSatisfy(line -> assertThat(line).doesNotContain("0", "-1"));
        assertThat(limits).allSatisfy(line -> assertThat(line.get(0)).isNotEqualTo("0"));
    }

    private static List<List<String>> limits(Project project) throws SQLException {
        var lines = new ArrayList<List<String>>();
        lines.add(new ArrayList<>());
        RolesTable.SETTINGS.forEach(setting -> lines.add(new ArrayList<>()));
        for (var seat : Seat.values()) {
            try (var session = new Session(seat, project)) {
                lines.get(0).add(session.value("SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user"));
                for (int i = 0; i < RolesTable.SETTINGS.size(); i++) {
                    lines.get(i + 1).add(session.value("SHOW " + RolesTable.SETTINGS.get(i)));
                }
            }
        }
        return lines;
    }
}
