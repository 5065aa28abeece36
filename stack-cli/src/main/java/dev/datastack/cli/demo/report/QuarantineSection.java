package dev.datastack.cli.demo.report;

import dev.datastack.cli.chart.Section;
import dev.datastack.cli.demo.report.Year.Reject;
import dev.datastack.cli.page.Markup;

/** Rows that broke a rule. */
final class QuarantineSection {
    private final Year year;

    QuarantineSection(Year year) {
        this.year = year;
    }

    Markup markup() {
        var rejected = year.rowsRejected();
        var finding = rejected == 0
                ? "All %s rows kept the rules".formatted(Words.count(year.rowsRead()))
                : "%s of %s rows broke a rule and %s set aside"
                        .formatted(Words.count(rejected), Words.count(year.rowsRead()), rejected == 1 ? "was" : "were");
        var section = new Section(
                "quarantine",
                finding,
                "Every row that is read is loaded or rejected, never lost. A rejected row waits in etl.reject with its file,"
                        + " line, column and reason. This one was not made up for the show: it is in the public data.");
        year.rejects().forEach(reject -> section.add(card(reject)));
        return section.done();
    }

    private static Markup card(Reject reject) {
        var card = new Markup();
        card.open("div", "class", "reject");
        card.open("p").leaf("b", reject.file()).text(", line " + Words.count(reject.line()));
        card.text(reject.column().isEmpty() ? "" : ", column ");
        card.leaf("b", reject.column()).close();
        card.leaf("p", reject.reason(), "class", "reason");
        card.add(raw(reject));
        return card.close();
    }

    /** The line as it stands in the file, with the value that the reason quotes marked. */
    private static Markup raw(Reject reject) {
        var raw = new Markup().open("pre").open("code");
        var value = reject.reason().replaceFirst("^[a-z-]+: \"?([^\" ]+).*", "$1");
        int at = reject.raw().indexOf(value);
        if (at < 0) {
            raw.text(reject.raw());
        } else {
            raw.text(reject.raw().substring(0, at)).leaf("mark", value);
            raw.text(reject.raw().substring(at + value.length()));
        }
        return raw.close().close();
    }
}
