package dev.datastack.cli.explain.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.startup.SampleStarts;
import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.terminal.Terminal.Traits;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaterfallTextTest {
    private static List<String> lines(StartRecord start, Traits traits) {
        return new WaterfallText(start, new FakeScreen(traits, "").terminal()).lines();
    }

    private static List<String> onScreen(StartRecord start, int columns) {
        return lines(start, new Traits(true, true, false, columns));
    }

    private static String row(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
    }

    @Test
    void a_bar_begins_where_compose_began_waits_and_ends_when_it_was_ready() {
        var lines = onScreen(SampleStarts.whole(), 88);
        var room = 60;
        assertThat(lines.get(0))
                .startsWith(" ".repeat(19) + "0 s")
                .endsWith("60.0 s")
                .hasSize(19 + room);
        assertThat(row(lines, "airflow-webserver"))
                .isEqualTo("airflow-webserver  " + " ".repeat(10) + "░" + "·".repeat(15) + "▒" + "█".repeat(13)
                        + " ".repeat(20) + "  13.5 s");
        assertThat(row(lines, "secrets")).contains("░▒▓▓").endsWith("3.0 s");
        assertThat(row(lines, "year: reference")).contains("······█");
        assertThat(lines).last().asString().contains("█ loading");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 60, 80, 100, 200})
    void no_line_is_wider_than_the_screen(int columns) {
        assertThat(onScreen(SampleStarts.whole(), columns))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(columns));
        assertThat(onScreen(SampleStarts.failed(), columns))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(columns));
    }

    @Test
    void without_a_screen_there_are_numbers_and_no_bars() {
        var lines = lines(SampleStarts.whole(), Traits.NONE);
        assertThat(row(lines, "airflow-webserver"))
                .matches("airflow-webserver +16\\.5 s +26\\.5 s +13\\.5 s +40\\.0 s");
        assertThat(row(lines, "image build")).matches("image build +0\\.0 s +4\\.0 s +5\\.8 s +9\\.8 s");
        assertThat(lines).noneMatch(line -> line.matches(".*[█▓▒░].*"));
    }

    @Test
    void there_are_colours_on_a_terminal_that_has_them_alone() {
        assertThat(lines(SampleStarts.whole(), new Traits(true, true, true, 80)))
                .anyMatch(line -> line.contains("\u001b["));
        assertThat(onScreen(SampleStarts.whole(), 80)).noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void what_failed_and_what_was_never_started_are_called_that() {
        var lines = onScreen(SampleStarts.failed(), 80);
        assertThat(row(lines, "airflow-init")).contains("x").endsWith("exited (3)");
        assertThat(row(lines, "airflow-webserver")).contains("·").endsWith("never started");
    }

    @Test
    void what_ran_all_the_time_has_no_bar() {
        var lines = onScreen(SampleStarts.unchanged(), 80);
        assertThat(row(lines, "postgres")).matches("postgres +ran before");
    }
}
