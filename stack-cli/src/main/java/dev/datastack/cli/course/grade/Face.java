package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.grade.WebPage.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * By what a program with pages is known. A name is quickly written on any page, so it takes an answer that only the program
 * gives, on a path that only it has, and a page that one can log in to.
 */
record Face(String title, List<String> own, Predicate<String> knows) {
    /** Version 3 has {@code /api/v2}; version 2 has {@code /health} and {@code /api/v1}. None of them asks for a login. */
    static final Face AIRFLOW = new Face(
            "Airflow",
            List.of("/api/v2/version", "/api/v2/monitor/health", "/health", "/api/v1/version", "/api/v1/health"),
            Face::isAirflow);

    static final Face PGADMIN =
            new Face("pgAdmin", List.of("/misc/ping"), body -> body.strip().equals("PING"));

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+.*");
    /** Both programs draw their pages with scripts; older ones send the form itself. */
    private static final Pattern PROGRAM = Pattern.compile("<(form|input|script)\\b");

    /** What was seen on a port, and what is wrong with it as the end of a sentence. */
    record Seen(Kind kind, String fault) {
        boolean isRight() {
            return kind == Kind.RIGHT;
        }

        /** Waiting would not change it. */
        boolean isFinal() {
            return kind == Kind.GONE;
        }
    }

    /** {@code OTHER} is another program, which answers well. {@code BROKEN} may still come, {@code GONE} may not. */
    enum Kind {
        RIGHT,
        OTHER,
        BROKEN,
        GONE
    }

    Seen look(WebPage page, int port) {
        try {
            var front = page.open(port, "/");
            if (!front.isWell()) {
                return new Seen(Kind.BROKEN, "answers with status " + front.status());
            }
            if (!isItsPage(front)) {
                return new Seen(Kind.OTHER, "answers, but not with a page of " + title);
            }
            return isKnown(page, port)
                    ? new Seen(Kind.RIGHT, "")
                    : new Seen(
                            Kind.OTHER,
                            "has the name " + title + " on it, but no answer of " + title + " at " + own.get(0));
        } catch (WebPage.Elsewhere e) {
            return new Seen(Kind.OTHER, e.getMessage());
        } catch (IOException e) {
            return new Seen(Kind.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    private boolean isItsPage(Answer front) {
        var text = front.body().toLowerCase(Locale.ROOT);
        return text.contains(title.toLowerCase(Locale.ROOT))
                && PROGRAM.matcher(text).find();
    }

    private boolean isKnown(WebPage page, int port) throws IOException {
        for (var path : own) {
            var answer = page.open(port, path);
            if (answer.isWell() && answer.path().equals(path) && knows.test(answer.body())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAirflow(String body) {
        try {
            var json = JsonMapper.shared().readTree(body);
            return isVersion(json) || isHealth(json);
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isVersion(JsonNode json) {
        return VERSION.matcher(json.path("version").asString("")).matches();
    }

    private static boolean isHealth(JsonNode json) {
        return json.path("metadatabase").has("status") && json.path("scheduler").has("status");
    }
}
