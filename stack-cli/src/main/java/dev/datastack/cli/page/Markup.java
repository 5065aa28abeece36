package dev.datastack.cli.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes elements that are well-formed as XML and read alike as HTML: all text goes through here and is escaped. */
public final class Markup {
    /** HTML takes these without an end, and no others. */
    private static final Set<String> WITHOUT_CONTENT = Set.of("meta", "rect", "line");

    /** A line of the file for each; white space between others would show. */
    private static final Set<String> ON_A_LINE = Set.of(
            "head", "meta", "title", "style", "body", "main", "header", "section", "h1", "h2", "p", "div", "dl", "ul",
            "li", "figure", "svg", "rect", "line", "text", "table", "tr", "details", "pre", "footer");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Attributes come as name, value, name, value. */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    public Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element of nothing but text, which may be empty. */
    public Markup leaf(String tag, String content, String... attributes) {
        start(tag, attributes);
        if (content.isEmpty() && WITHOUT_CONTENT.contains(tag)) {
            text.append("/>");
        } else {
            text.append('>').append(escaped(content)).append("</").append(tag).append('>');
        }
        return this;
    }

    public Markup text(String content) {
        text.append(escaped(content));
        return this;
    }

    /** Style is no text: a browser does not undo escapes in it. */
    public Markup style(String sheet) {
        if (sheet.contains("<") || sheet.contains("&")) {
            throw new IllegalArgumentException("a style sheet with < or & would not be well-formed XML");
        }
        start("style").append('>').append(sheet).append("</style>");
        return this;
    }

    /** Elements that another writer has made. */
    public Markup add(Markup other) {
        if (!other.open.isEmpty()) {
            throw new IllegalStateException("not closed: " + other.open);
        }
        text.append(other.text);
        return this;
    }

    private StringBuilder start(String tag, String... attributes) {
        if (ON_A_LINE.contains(tag)) {
            text.append('\n');
        }
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(attributes[i + 1])).append('"');
        }
        return text;
    }

    private static String escaped(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
