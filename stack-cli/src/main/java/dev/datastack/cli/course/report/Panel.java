package dev.datastack.cli.course.report;

import dev.datastack.cli.page.Markup;

/** A part of the page: what was found as its title, what is shown below it. */
final class Panel {
    private Panel() {}

    static Markup open(String id, String finding, String shown) {
        var part = new Markup();
        part.open("section", "id", id, "aria-labelledby", id + "-title");
        part.leaf("h2", finding, "id", id + "-title");
        if (!shown.isEmpty()) {
            part.leaf("p", shown, "class", "shown");
        }
        return part;
    }

    /** A wide table moves within its own box, which a keyboard can reach; the page itself does not move sideways. */
    static Markup table(Markup part, String label, String style) {
        part.open("div", "class", "wide", "role", "region", "aria-label", label, "tabindex", "0");
        return part.open("table", "class", style);
    }

    /** Names of others may be written from right to left: that stays within them. */
    static Markup name(Markup part, String name) {
        return part.leaf("bdi", name);
    }
}
