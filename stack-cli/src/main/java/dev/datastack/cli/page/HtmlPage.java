package dev.datastack.cli.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One file of HTML that is well-formed XML as well, with its style inside and no script. */
public final class HtmlPage {
    /** A style sheet, a resource beside its owner. */
    public record Sheet(Class<?> owner, String name) {}

    private HtmlPage() {}

    /** {@code owner} has the page's own style sheet beside it, which comes after the one of all pages. */
    public static String of(String title, Class<?> owner, String sheet, Markup content) {
        return of(title, List.of(new Sheet(owner, sheet)), content);
    }

    /** The page's style sheets come after the one of all pages, in their order. */
    public static String of(String title, List<Sheet> sheets, Markup content) {
        var page = new Markup();
        page.open("html", "lang", "en").open("head");
        page.leaf("meta", "", "charset", "utf-8");
        page.leaf("meta", "", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.leaf("meta", "", "name", "color-scheme", "content", "light dark");
        page.leaf("title", title);
        var own = sheets.stream().map(HtmlPage::read).collect(Collectors.joining());
        page.style(read(new Sheet(HtmlPage.class, "page.css")) + own).close();
        page.open("body").open("main").add(content).close().close().close();
        return "<!DOCTYPE html>\n" + page;
    }

    /** A number that is to be seen first, and what it counts; several stand in a {@code dl} of the class figures. */
    public static void figure(Markup page, String number, String meaning) {
        page.open("div").leaf("dt", meaning).leaf("dd", number).close();
    }

    private static String read(Sheet sheet) {
        try (var stream = Objects.requireNonNull(sheet.owner().getResourceAsStream(sheet.name()), sheet.name())) {
            return "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
