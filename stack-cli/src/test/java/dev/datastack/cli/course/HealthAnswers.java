package dev.datastack.cli.course;

import java.util.stream.Stream;

/** Answers to the exercises on health checks and the order of starts: near misses, and right ones by another way. */
final class HealthAnswers {
    private static final String FILE = "compose.yaml";
    private static final String ASKS =
            "[CMD, python, -c, \"import urllib.request as r; r.urlopen('http://127.0.0.1:8000/', timeout=1)\"]";
    private static final String READY =
            "[CMD, python, -c, \"import urllib.request as r; r.urlopen('http://127.0.0.1:8000/ready', timeout=2)\"]";
    private static final String ASKED = "The check sends a request to the api";
    private static final String SOCKET = "The check fails while the database responds only on its socket";
    private static final String LOADING = "The check sends a request, and fails while the service loads";
    private static final String MIGRATE = "[psql, --set, ON_ERROR_STOP=1, --file, /schema.sql]";
    private static final String ON_DB = "depends_on:\n      db: {condition: service_healthy}";
    private static final String START_ORDER =
            "      start_period: 60s\n      # Until it is healthy for the first time it is "
                    + "asked more often.\n      start_interval: 500ms\n";
    private static final String START_SLOW = "      start_period: 60s\n      start_interval: 1s\n";

    private HealthAnswers() {}

    static Stream<Answer> all() {
        return Stream.of(api(), order(), slow()).flatMap(answers -> answers);
    }

    private static Stream<Answer> api() {
        return Stream.of(
                Answer.to("6.1", "the file and the state of the process")
                        .edit(
                                FILE,
                                "test: " + ASKS,
                                "test: test -e /tmp/flights.txt && ! grep -q \"^State:.*T\" /proc/$$(cat /tmp/api.pid)/status")
                        .fails(ASKED),
                Answer.to("6.1", "the same by a program")
                        .edit(
                                FILE,
                                ASKS,
                                "[CMD, python, -c, \"p = open('/tmp/api.pid').read(); open('/tmp/flights.txt'); "
                                        + "exit(' T ' in open(f'/proc/{p}/stat').read())\"]")
                        .fails(ASKED),
                Answer.to("6.1", "a question by the shell")
                        .edit(
                                FILE,
                                ASKS,
                                "[CMD, bash, -c, 'exec 3<>/dev/tcp/localhost/8000; printf \"GET / HTTP/1.0\\r\\n\\r\\n\" >&3; "
                                        + "timeout 1 grep -q \"200 OK\" <&3']"));
    }

    private static Stream<Answer> order() {
        var until = "[sh, -c, \"until psql --set ON_ERROR_STOP=1 --file /schema.sql; do sleep 1; done\"]";
        return Stream.of(
                Answer.to("6.2", "a migration that asks again until there is an answer")
                        .edit(FILE, MIGRATE, until)
                        .edit(FILE, ON_DB, "depends_on: [db]"),
                Answer.to("6.2", "both ask again")
                        .edit(FILE, MIGRATE, until)
                        .edit(FILE, ON_DB, "depends_on: [db]")
                        .edit(
                                FILE,
                                "[psql, --command, SELECT * FROM airports]",
                                "[sh, -c, \"until psql -c 'SELECT * FROM airports'; do sleep 1; done\"]")
                        .edit(FILE, "      migrate: {condition: service_completed_successfully}", "      - migrate"),
                Answer.to("6.2", "a migration that sleeps for long enough")
                        .edit(FILE, MIGRATE, "[sh, -c, \"sleep 20; psql --set ON_ERROR_STOP=1 --file /schema.sql\"]")
                        .edit(FILE, ON_DB, "depends_on: [db]")
                        .fails("The migration waits until the database responds"),
                Answer.to("6.2", "a check that asks nobody, late enough")
                        .edit(FILE, "[CMD, pg_isready, --host, 127.0.0.1, --username, postgres]", "[CMD, \"true\"]")
                        .edit(FILE, "interval: 30s", "interval: 20s")
                        .edit(FILE, START_ORDER, "")
                        .fails(SOCKET),
                Answer.to("6.2", "a check of the socket, late enough")
                        .edit(FILE, "--host, 127.0.0.1, ", "")
                        .edit(FILE, "interval: 30s", "interval: 20s")
                        .edit(FILE, START_ORDER, "")
                        .fails(SOCKET));
    }

    private static Stream<Answer> slow() {
        return Stream.of(
                Answer.to("6.3", "a check that asks nobody, late enough")
                        .edit(FILE, READY, "[CMD, \"true\"]")
                        .edit(FILE, "interval: 30s", "interval: 15s")
                        .edit(FILE, START_SLOW, "")
                        .fails(LOADING),
                Answer.to("6.3", "a check that sleeps")
                        .edit(FILE, READY, "[CMD, sleep, \"12\"]")
                        .edit(FILE, "timeout: 3s", "timeout: 20s")
                        .edit(FILE, "interval: 30s", "interval: 10s")
                        .fails(LOADING),
                Answer.to("6.3", "a check that takes every answer for a yes, late enough")
                        .edit(
                                FILE,
                                READY,
                                "[CMD, python, -c, \"import http.client as h; c = h.HTTPConnection('127.0.0.1', 8000); "
                                        + "c.request('GET', '/ready'); c.getresponse()\"]")
                        .edit(FILE, "interval: 30s", "interval: 15s")
                        .edit(FILE, START_SLOW, "")
                        .fails(LOADING),
                Answer.to("6.3", "the engine's own interval").edit(FILE, "      interval: 30s\n", ""),
                Answer.to("6.3", "another page that is cheap").edit(FILE, "8000/ready", "8000/made"));
    }
}
