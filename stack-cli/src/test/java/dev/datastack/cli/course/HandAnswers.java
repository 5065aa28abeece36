package dev.datastack.cli.course;

import java.util.stream.Stream;

/** Answers to the exercises that are done by hand: near misses, and right ones by another way. */
final class HandAnswers {
    private static final String FILE = "commands.sh";
    private static final String LIMITS = "--memory 64m --cpus 0.5 --pids-limit 20 --user 10001";

    private HandAnswers() {}

    static Stream<Answer> all() {
        return Stream.of(
                Answer.to("0.1", "a container that has ended")
                        .edit(FILE, "; exec sleep infinity", "; echo \"written by hand\" > /tmp/note")
                        .edit(
                                FILE,
                                "docker exec course-first sh -c 'echo \"written by hand\" > /tmp/note'\n",
                                "docker wait course-first\n")
                        .fails("The container course-first runs", "It has the file /tmp/note"),
                Answer.to("0.1", "another image, another program, and the note by a copy")
                        .edit(FILE, "debian:trixie-slim", "python:3.13-slim-trixie")
                        .edit(
                                FILE,
                                "sh -c 'echo \"336776 flights\"; exec sleep infinity'",
                                "python -uc 'print(336776, \"flights\"); import time; time.sleep(9999)'")
                        .edit(
                                FILE,
                                "docker exec course-first sh -c 'echo \"written by hand\" > /tmp/note'",
                                "echo 'written by hand' > note && docker cp note course-first:/tmp/note"),
                Answer.to("0.2", "the limits behind the image, where they are words of the program")
                        .edit(FILE, "  " + LIMITS + " --read-only \\\n", "")
                        .edit(FILE, "sleep infinity", "sh -c 'exec sleep infinity' " + LIMITS)
                        .fails(
                                "It may use at most 64 MB",
                                "It may use at most half a CPU",
                                "It may have at most 20 processes",
                                "It does not run as root",
                                "It cannot write to its own files"),
                Answer.to("1.7", "another version, and a container of the image that was here all the time")
                        .edit(FILE, "docker rmi course-report 127.0.0.1:18017/reports/january:1.0\n", "")
                        .edit(FILE, ":1.0", ":latest")
                        .edit(
                                FILE,
                                "course-pulled 127.0.0.1:18017/reports/january:latest",
                                "course-pulled course-report")
                        .fails(
                                "The registry contains reports/january:1.0",
                                "course-pulled runs the image from the registry"),
                Answer.to("1.7", "built under its name, and run by its digest")
                        .edit(FILE, "--tag course-report .", "--tag 127.0.0.1:18017/reports/january:1.0 .")
                        .edit(FILE, "docker tag course-report 127.0.0.1:18017/reports/january:1.0\n", "")
                        .edit(FILE, "docker rmi course-report 127.0.0.1", "docker rmi 127.0.0.1")
                        .edit(
                                FILE,
                                "docker push 127.0.0.1:18017/reports/january:1.0\n",
                                "digest=$(docker push 127.0.0.1:18017/reports/january:1.0 | sed -n 's/.*digest: \\([^ ]*\\).*/\\1/p')\n")
                        .edit(
                                FILE,
                                "course-pulled 127.0.0.1:18017/reports/january:1.0",
                                "course-pulled 127.0.0.1:18017/reports/january@$digest"),
                Answer.to("0.2", "a quota, a name of the image's users, and less than was asked")
                        .edit(
                                FILE,
                                LIMITS,
                                "-m 32m --cpu-quota 20000 --cpu-period 100000 --pids-limit 9 --user nobody"));
    }
}
