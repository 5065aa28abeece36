package dev.datastack.cli.explain.startup;

import dev.datastack.cli.chart.Lanes;
import dev.datastack.cli.chart.Lanes.Span;
import dev.datastack.cli.chart.Section;
import dev.datastack.cli.explain.startup.Waterfall.Row;
import dev.datastack.cli.page.HtmlPage;
import dev.datastack.cli.page.HtmlPage.Sheet;
import dev.datastack.cli.page.Markup;
import dev.datastack.cli.startup.StartRecord;
import dev.datastack.cli.terminal.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The same as a page: one file, no script, nothing fetched. */
final class StartupPage {
    private final StartRecord start;
    private final List<StartRecord> others;
    private final Summary summary;
    private final List<Row> rows;

    /** {@code last}: the starts to stand beside each other; one alone is not compared. */
    StartupPage(StartRecord start, List<StartRecord> last) {
        this.start = start;
        this.others = last;
        this.summary = Summary.of(start);
        this.rows = new Waterfall(start).rows();
    }

    String html() {
        var content = new Markup();
        intro(content);
        content.add(waterfall());
        content.add(path());
        if (others.size() > 1) {
            content.add(comparison());
        }
        footer(content);
        return HtmlPage.of(
                "Where the time of a start went",
                List.of(Section.SHEET, new Sheet(StartupPage.class, "startup.css")),
                content);
    }

    private void intro(Markup page) {
        page.open("header").leaf("h1", "Where the time of a start went");
        page.leaf("p", Words.heading(start) + ". Project " + Printable.of(start.project()) + ".", "class", "lead");
        if (!start.reason().isEmpty()) {
            page.leaf("p", Printable.of(start.reason()), "class", "failed");
        }
        page.open("dl", "class", "figures");
        HtmlPage.figure(page, Words.seconds(Words.total(start)), "in all");
        HtmlPage.figure(page, Words.seconds(summary.part(Phase.Part.PREPARATION)), "preparation");
        summary.slowest()
                .ifPresent(slow -> HtmlPage.figure(
                        page, Words.seconds(slow.took()), Printable.of(slow.service()) + ", the slowest service"));
        HtmlPage.figure(page, Words.seconds(summary.part(Phase.Part.YEAR)), "the year");
        page.close().close();
    }

    private Markup waterfall() {
        return new Section(
                        "waterfall",
                        "What ran when",
                        "Each row is one thing that was done. Times are of the engine's clock where it knows better.")
                .wideChart("Seconds since the start", width -> Lanes.draw(width, "Waterfall of the start", spans()))
                .add(legend())
                .numbers(
                        List.of("What", "Waited", "Took", "Ready at", "Note"),
                        rows.stream().map(this::numbers).toList())
                .done();
    }

    private List<Span> spans() {
        var spans = new ArrayList<Span>();
        for (var row : rows) {
            for (var piece : row.pieces()) {
                var tooltip = "%s: %s, %s".formatted(row.name(), piece.phase().text(), Words.seconds(piece.took()));
                spans.add(new Span(
                        Printable.of(row.name()),
                        "",
                        Printable.of(tooltip),
                        at(piece.from()),
                        at(piece.to()),
                        piece.phase().css()));
            }
        }
        return spans;
    }

    private double at(Instant instant) {
        return Duration.between(start.began(), instant).toMillis() / 1000.0;
    }

    private Markup legend() {
        var seen = new LinkedHashSet<Phase>();
        rows.forEach(row -> row.pieces().forEach(piece -> seen.add(piece.phase())));
        var legend = new Markup().open("ul", "class", "legend kinds", "aria-label", "Colours");
        seen.stream().sorted().forEach(phase -> legend.leaf("li", phase.text(), "class", phase.css()));
        return legend.close();
    }

    private List<String> numbers(Row row) {
        return List.of(
                Printable.of(row.name()),
                Words.seconds(row.waited()),
                Words.seconds(row.worked()),
                row.readyAt()
                        .map(at -> Words.seconds(Duration.between(start.began(), at)))
                        .orElse("-"),
                row.note());
    }

    private Markup path() {
        var list = new Markup().open("ol", "class", "path");
        CriticalPath.words(summary.path()).forEach(step -> list.leaf("li", step));
        return new Section(
                        "path",
                        "The critical path",
                        "The chain of waits that made the total. What is not in it could take longer, and the stack would"
                                + " be up at the same time. Steps below half a second are left out.")
                .add(list.close())
                .done();
    }

    private Markup comparison() {
        return new Section(
                        "starts",
                        "The last starts",
                        "What each part took along the critical path of its start, the newest first.")
                .table(Comparison.head(), new Comparison(others).rows())
                .done();
    }

    private void footer(Markup page) {
        page.open("footer");
        Words.unknowns(start).forEach(unknown -> page.leaf("p", "Not known: " + unknown + "."));
        page.open("p")
                .text("Made by ")
                .leaf("code", "./stack explain startup --html")
                .text(".")
                .close();
        page.close();
    }
}
