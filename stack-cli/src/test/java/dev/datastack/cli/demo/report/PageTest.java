package dev.datastack.cli.demo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.Xml;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {
    private static final String HTML = html(SampleYear.withOneReject());

    private static String html(Year year) {
        return new Page(year, LocalDate.of(2026, 1, 2)).html();
    }

    @Test
    void titles_say_what_was_found() {
        assertThat(Xml.texts(Xml.parse(HTML), "h2"))
                .containsExactly(
                        "January was the month to fly, February the one to avoid: 89 % against 56 % arrived on time",
                        "In heavy rain or snow flights left 41 minutes late on average, in dry hours 11",
                        "February lost 9.0 % of its flights, the most of all months; on 9 February alone it was 57 %",
                        "1 of 2,000 rows broke a rule and was set aside",
                        "2,000 rows in 2.0 seconds: 2 workers took one file after another, 1,000 rows a second");
    }

    @Test
    void a_cell_shows_its_share_and_an_airline_with_few_flights_comes_last() {
        var rows = Xml.all(Xml.parse(HTML), "tr").stream()
                .filter(row -> row.hasAttribute("data-carrier"))
                .toList();
        assertThat(rows).extracting(row -> row.getAttribute("data-carrier")).containsExactly("AA", "ZZ");
        assertThat(cells(rows.get(0)).subList(0, 3)).containsExactly("89", "56", "");
        assertThat(rows.get(1).getAttribute("class")).isEqualTo("few");
        assertThat(HTML).contains("title=\"Air &amp; Sea, February: 500 of 900 arrivals on time\"");
    }

    @Test
    void the_value_that_broke_the_rule_is_marked_in_its_line() {
        assertThat(Xml.texts(Xml.parse(HTML), "mark")).containsExactly("1048.36058");
        assertThat(Xml.texts(Xml.parse(HTML), "code")).contains("EWR,2013,<b>,1048.36058,NA");
    }

    @Test
    void a_year_without_rejects_says_so() {
        assertThat(Xml.texts(Xml.parse(html(SampleYear.of(List.of()))), "h2"))
                .contains("All 2,000 rows kept the rules");
    }

    @Test
    void it_runs_nothing_and_asks_nobody() {
        var page = Xml.parse(HTML);
        assertThat(Xml.all(page, "script")).isEmpty();
        assertThat(HTML).doesNotContain("src=", "href=", "url(", "@import", "onload");
    }

    @Test
    void it_has_what_screen_readers_and_telephones_need() {
        var page = Xml.parse(HTML);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(HTML).contains("width=device-width", "prefers-color-scheme: dark", "@media print");
        assertThat(Xml.all(page, "svg"))
                .allSatisfy(svg -> assertThat(svg.getAttribute("aria-label")).isNotEmpty());
        assertThat(Xml.all(page, "section"))
                .hasSize(5)
                .allSatisfy(section -> assertThat(section.getAttribute("aria-labelledby"))
                        .isEqualTo(section.getAttribute("id") + "-title"));
        assertThat(Xml.all(page, "th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isNotEmpty());
    }

    @Test
    void the_terminal_gets_the_same_numbers_in_80_columns() {
        var lines = new MartTables(SampleYear.withOneReject()).lines();
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(String.join("\n", lines))
                .containsPattern("AA +89 +56 +72 +2,000")
                .containsPattern("lost +1.0 +9.0")
                .containsPattern("heavy +200 +150 +40.6 +25.0 %")
                .contains("weather-2013-02.csv.gz line 269, wind_speed", "  out-of-range: 1048.36058");
    }

    private static List<String> cells(Element row) {
        var cells = row.getElementsByTagName("td");
        return java.util.stream.IntStream.range(0, cells.getLength())
                .mapToObj(i -> cells.item(i).getTextContent())
                .toList();
    }
}
