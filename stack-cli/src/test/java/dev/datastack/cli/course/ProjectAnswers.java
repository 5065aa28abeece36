package dev.datastack.cli.course;

import java.util.stream.Stream;

/** Answers to the exercises with a Compose project on volumes, networks and files: near misses, and right ones. */
final class ProjectAnswers {
    private static final String FILE = "compose.yaml";
    private static final String PASSWORD = "POSTGRES_PASSWORD: of-the-course\n";
    private static final String ROWS = "- rows:/var/lib/postgresql/data";
    private static final String TOKEN_WORDS = ":?write it to .env, as .env.example shows";
    private static final String POINTS_TO_ENV = "Without a token nothing starts, and the error points to .env";
    private static final String BY_NAME = "The address contains the service name";
    private static final String URL = "http://flights:8000";

    private ProjectAnswers() {}

    static Stream<Answer> all() {
        return Stream.of(volumes(), backups(), networks(), files(), secrets(), watches(), limits())
                .flatMap(answers -> answers);
    }

    private static Stream<Answer> volumes() {
        return Stream.of(
                Answer.to("3.1", "the data elsewhere, and the volume above it")
                        .edit(FILE, PASSWORD, PASSWORD + "      PGDATA: /srv/pg/data\n")
                        .edit(FILE, ROWS, "- rows:/srv/pg"),
                Answer.to("3.1", "the folder of a version, and the volume above it")
                        .edit(FILE, PASSWORD, PASSWORD + "      PGDATA: /var/lib/postgresql/17/docker\n")
                        .edit(FILE, ROWS, "- {type: volume, source: rows, target: /var/lib/postgresql}"),
                Answer.to("3.1", "the volume above, and the image's own on top of it")
                        .edit(FILE, ROWS, "- rows:/var/lib/postgresql")
                        .fails("The data is in a named volume", "Rows survive down and up"),
                Answer.to("3.2", "a container that does not run, and so changes nothing")
                        .edit(FILE, "init: true", "init: true\n    command: [\"true\"]")
                        .fails(
                                "A change on this machine is visible in the container at once",
                                "The container cannot change the settings"));
    }

    private static Stream<Answer> backups() {
        var comesBack = "restore restores what backup has saved";
        return Stream.of(
                Answer.to("3.4", "an archive that goes with the volume")
                        .edit(FILE, "/backup/notes.tar", "/notes/.notes.tar")
                        .edit(FILE, "notes:/notes:ro", "notes:/notes")
                        .edit(FILE, "--create", "--create, --exclude, .notes.tar")
                        .fails(comesBack),
                Answer.to("3.4", "a folder that no down removes, and so nothing to restore")
                        .edit(FILE, "notes:/notes", "./notes:/notes")
                        .edit(FILE, "volumes:\n  notes:\n", "")
                        .fails(comesBack),
                Answer.to("3.4", "copies in place of an archive")
                        .edit(
                                FILE,
                                "[tar, --create, --file, /backup/notes.tar, --directory, /notes, .]",
                                "cp -a /notes/. /backup/copy")
                        .edit(
                                FILE,
                                "[tar, --extract, --file, /backup/notes.tar, --directory, /notes]",
                                "cp -a /backup/copy/. /notes"));
    }

    private static Stream<Answer> networks() {
        var aliases = "command: [python, -m, http.server, \"8000\", --directory, /srv]";
        return Stream.of(
                Answer.to("4.1", "localhost in the network of the service")
                        .edit(FILE, URL, "http://localhost:8000")
                        .edit(
                                FILE,
                                "command: [sleep, infinity]",
                                "command: [sleep, infinity]\n    network_mode: \"service:flights\"")
                        .fails(BY_NAME),
                Answer.to("4.1", "localhost, with the service in the network of the report")
                        .edit(FILE, URL, "http://localhost:8000")
                        .edit(FILE, aliases, aliases + "\n    network_mode: \"service:report\"")
                        .fails("The report can reach the service by its name", BY_NAME),
                Answer.to("4.1", "another name in the network")
                        .edit(FILE, URL, "http://timetable:8000")
                        .edit(FILE, aliases, aliases + "\n    networks: {default: {aliases: [timetable]}}"),
                Answer.to("4.1", "the name of the container")
                        .edit(FILE, URL, "http://the-flights:8000")
                        .edit(FILE, aliases, aliases + "\n    container_name: the-flights"),
                Answer.to("4.2", "networks in the long form")
                        .edit(
                                FILE,
                                "networks: [frontend, backend]",
                                "networks: {frontend: {aliases: [page]}, backend: {priority: 10}}"));
    }

    private static Stream<Answer> files() {
        var alone = "compose.yaml alone defines three servers";
        var override = "compose.override.yaml";
        return Stream.of(
                Answer.to("5.2", "an error of one word, in which Compose's own words have a .env")
                        .edit(FILE, TOKEN_WORDS, ":?missing")
                        .fails(POINTS_TO_ENV),
                Answer.to("5.2", "an error that points to the example, which is not for tokens")
                        .edit(FILE, TOKEN_WORDS, ":?see .env.example")
                        .fails(POINTS_TO_ENV),
                Answer.to("5.2", "other words for the file").edit(FILE, TOKEN_WORDS, ":?a token belongs in ./.env"),
                Answer.to("5.2", "no .env yet: one reason, told once")
                        .without(".env")
                        .fails("The project starts"),
                Answer.to("5.3", "three servers on a developer's machine alone")
                        .edit(FILE, "    scale: 3\n", "")
                        .edit(override, "services:\n", "services:\n  server:\n    scale: 3\n")
                        .fails(alone),
                Answer.to("5.3", "the same in other words")
                        .edit(FILE, "    scale: 3\n", "")
                        .edit(override, "services:\n", "services:\n  server: {deploy: {replicas: 3}}\n")
                        .fails(alone),
                Answer.to("5.3", "a port that the second server cannot get")
                        .edit(override, "services:\n", "services:\n  server: {ports: [\"127.0.0.1:18054:8000\"]}\n")
                        .fails("server has no ports, which only one of three containers could use"),
                Answer.to("5.3", "replicas").edit(FILE, "scale: 3", "deploy: {replicas: 3}"));
    }

    private static Stream<Answer> secrets() {
        var names = "secrets: [signing-key]\n";
        return Stream.of(
                Answer.to("5.4", "the secret, and the variable as before")
                        .edit(FILE, names, names + "    environment: {SIGNING_KEY: key-of-the-course}\n")
                        .fails("The key is not in the environment"),
                Answer.to("5.4", "a secret that the service does not name")
                        .edit(FILE, "    " + names, "")
                        .fails("The report is signed", "The key is passed as a secret"),
                Answer.to("5.4", "bind mounts at the places of a secret and of a config")
                        .edit(FILE, "    " + names, "")
                        .edit(FILE, "    configs:\n      - source: report\n        target: /etc/report.ini\n", "")
                        .edit(
                                FILE,
                                "- ./report.py",
                                "- ./signing-key.txt:/run/secrets/signing-key:ro\n      - ./report.py")
                        .edit(FILE, "- ./report.py", "- ./report.ini:/etc/report.ini:ro\n      - ./report.py")
                        .fails("The key is passed as a secret", "The settings are passed as a config"),
                Answer.to("5.4", "the long form, and settings in the Compose file")
                        .edit(FILE, names, "secrets: [{source: key, target: signing-key}]\n")
                        .edit(FILE, "  signing-key:\n", "  key:\n")
                        .edit(
                                FILE,
                                "    file: ./report.ini\n",
                                "    content: |\n      [report]\n      airport = LGA\n"));
    }

    private static Stream<Answer> watches() {
        return Stream.of(
                Answer.to("5.5", "copied, and nothing that starts the server again")
                        .edit(FILE, "sync+restart", "sync")
                        .fails("A change of the server is visible after its restart"),
                Answer.to("5.5", "a restart for each change of a page")
                        .edit(
                                FILE,
                                "action: sync\n          target: /app/pages",
                                "action: sync+restart\n          target: /app/pages")
                        .fails("A change of the page is visible at once"),
                Answer.to("5.5", "an image for each change of the server")
                        .edit(FILE, "action: sync+restart\n          target: /app/server.py\n", "action: rebuild\n"));
    }

    private static Stream<Answer> limits() {
        var half = "cpus: 0.5";
        return Stream.of(
                Answer.to("8.1", "the limit below deploy")
                        .edit(FILE, "mem_limit: 64m", "deploy: {resources: {limits: {memory: 64M}}}"),
                Answer.to("8.3", "a quota and its period").edit(FILE, half, "cpu_quota: 50000\n    cpu_period: 100000"),
                Answer.to("8.3", "a quota of the kernel's own period").edit(FILE, half, "cpu_quota: 25000"),
                Answer.to("8.3", "all of it below deploy")
                        .edit(FILE, half, "deploy: {resources: {limits: {cpus: \"0.5\", memory: 64M, pids: 20}}}")
                        .edit(FILE, "    pids_limit: 20\n", "")
                        .edit(
                                FILE,
                                "    mem_limit: 64m\n    # Memory and swap together",
                                "    # Memory and swap together"),
                Answer.to("8.3", "one of the CPUs, and bounds that are too wide")
                        .edit(FILE, half, "cpuset: \"0\"")
                        .edit(FILE, "pids_limit: 20", "pids_limit: 35")
                        .edit(FILE, "mem_limit: 64m\n    # Memory", "mem_limit: 150m\n    # Memory")
                        .edit(FILE, "memswap_limit: 64m\n    # Half", "memswap_limit: 150m\n    # Half")
                        .fails(
                                "The kernel limits a busy worker",
                                "worker may use at most half a CPU",
                                "worker may use at most 64 MB",
                                "worker may have at most 20 processes"));
    }
}
