package dev.datastack.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Finding;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorTextTest {
    private static final Finding FINDING = new Finding(
            Cause.IMAGE_STALE,
            "etl-service runs 0123456789ab, kit/etl-service:dev is now ba9876543210",
            "type 'docker compose up -d', which replaces the container",
            Optional.empty());

    private static String printed(boolean screen, boolean colour, int columns) {
        var shown = new FakeScreen(new Traits(screen, screen, colour, columns), "");
        new DoctorText(shown.terminal()).print(List.of(FINDING));
        return shown.out();
    }

    @Test
    void on_a_narrow_screen_no_line_is_wider_and_commands_stay_whole() {
        assertThat(printed(true, false, 60)).isEqualTo("""
                A container runs an older image than the one built last
                [image-stale]
                  | etl-service runs 0123456789ab, kit/etl-service:dev is
                  | now ba9876543210
                  fix: type 'docker compose up -d', which replaces the
                       container

                """);
    }

    @Test
    void in_a_file_each_line_is_whole_and_plain() {
        assertThat(printed(false, false, 60)).isEqualTo("""
                A container runs an older image than the one built last [image-stale]
                  | etl-service runs 0123456789ab, kit/etl-service:dev is now ba9876543210
                  fix: type 'docker compose up -d', which replaces the container

                """);
    }

    @Test
    void what_is_wrong_is_red_and_where_the_fix_begins_is_green() {
        assertThat(printed(true, true, 100))
                .contains(
                        "\u001b[31mA container runs an older image than the one built last [image-stale]\u001b[0m\n",
                        "\u001b[32m  fix: \u001b[0mtype 'docker compose up -d'");
    }
}
