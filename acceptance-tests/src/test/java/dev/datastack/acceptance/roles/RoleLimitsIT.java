package dev.datastack.acceptance.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@NeedsEngine
class RoleLimitsIT {
    @Test
    void every_statement_is_a_right_or_refused_or_bounded_and_no_other_session_notices(RunningStack stack)
            throws SQLException {
        var project = stack.loaded();
        var sessions = new EnumMap<Seat, Session>(Seat.class);
        try (var bystander = new Session(Seat.ETL, project)) {
            for (var seat : Seat.values()) {
                sessions.put(seat, new Session(seat, project));
            }
            var alive = bystander.alive();
            int tried = 0;
            var softly = new SoftAssertions();
            for (var statement : all()) {
                for (var end : statement.ends().entrySet()) {
                    softly.assertThat(Objects.requireNonNull(sessions.get(end.getKey()))
                                    .end(statement, end.getValue()))
                            .as("%s: %s", end.getKey(), statement.sql())
                            .isEqualTo(end.getValue().name());
                    assertThat(bystander.alive()).as(statement.sql()).isEqualTo(alive);
                    tried++;
                }
            }
            softly.assertAll();
            assertThat(tried).isGreaterThanOrEqualTo(300);
        } finally {
            for (var session : sessions.values()) {
                session.close();
            }
        }
    }

    private static List<Statements.Statement> all() {
        return Statements.byRow().values().stream().flatMap(List::stream).toList();
    }
}
