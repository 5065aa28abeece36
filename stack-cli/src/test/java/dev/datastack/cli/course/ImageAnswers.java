package dev.datastack.cli.course;

import java.util.stream.Stream;

/** Answers to the exercises of which an image comes: near misses, and right ones by another way. */
final class ImageAnswers {
    private static final String PYTHON = "ARG BASE_PREFIX=\nFROM ${BASE_PREFIX}python:3.13-slim-trixie";
    private static final String TABLE_AGAIN = "A change of report.py does not create the table again";
    private static final String NO_SHELL = "The command starts without a shell";
    private static final String JLINK = "RUN jlink --add-modules java.base ";
    private static final String NO_COMPILER = "The image has no compiler";
    private static final String SENT = "The context has at most 0.1 MB";
    private static final String COPIES = "Copies in a subfolder and other kinds of files are not sent";

    private ImageAnswers() {}

    static Stream<Answer> all() {
        return Stream.of(layers(), starts(), caches(), stages(), contexts()).flatMap(answers -> answers);
    }

    private static Stream<Answer> layers() {
        return Stream.of(
                Answer.to("1.1", "one step, so that one layer is new because there is no other")
                        .file("Dockerfile", PYTHON + """

                                WORKDIR /app
                                RUN --mount=type=bind,target=/src cp /src/*.py /src/*.csv . && python make_table.py
                                CMD ["python", "report.py"]
                                """)
                        .fails(TABLE_AGAIN),
                Answer.to("1.1", "the table in a stage that every change begins anew")
                        .file("Dockerfile", PYTHON + """
                                 AS table
                                WORKDIR /app
                                COPY . .
                                RUN python make_table.py

                                FROM ${BASE_PREFIX}python:3.13-slim-trixie
                                WORKDIR /app
                                COPY --from=table /app/distances.csv ./
                                COPY report.py ./
                                CMD ["python", "report.py"]
                                """)
                        .fails(TABLE_AGAIN),
                Answer.to("1.1", "the table in a stage that sees what it needs").file("Dockerfile", PYTHON + """
                         AS table
                        WORKDIR /app
                        COPY airports.csv make_table.py ./
                        RUN python make_table.py

                        FROM ${BASE_PREFIX}python:3.13-slim-trixie
                        WORKDIR /app
                        COPY --from=table /app/distances.csv ./
                        COPY report.py ./
                        CMD ["python", "report.py"]
                        """),
                Answer.to("1.2", "the download at each start")
                        .edit("Dockerfile", "RUN fetch.sh /tmp/download \\\n", "RUN touch version.txt")
                        .edit(
                                "Dockerfile",
                                "    && tail -n 1 /tmp/download > version.txt \\\n    && rm /tmp/download",
                                "")
                        .edit(
                                "Dockerfile",
                                "[\"cat\", \"version.txt\"]",
                                "[\"sh\", \"-c\", \"fetch.sh /dev/stdout | tail -n 1\"]")
                        .fails("It prints the version without downloading anything"),
                Answer.to("1.3", "a title of one blank, and a shell behind env")
                        .edit("Dockerfile", "\"Flights of 2013\"", "\" \"")
                        .edit(
                                "Dockerfile",
                                "[\"cat\", \"flights.csv\"]",
                                "[\"env\", \"sh\", \"-c\", \"cat flights.csv\"]")
                        .fails("The image has a title", NO_SHELL),
                Answer.to("1.3", "a dash for a title, and a script")
                        .file("show.sh", "#!/bin/bash\ncat flights.csv\n")
                        .edit("Dockerfile", "\"Flights of 2013\"", "\"-\"")
                        .edit(
                                "Dockerfile",
                                "CMD [\"cat\", \"flights.csv\"]",
                                "COPY --chmod=755 show.sh /\nENTRYPOINT [\"/show.sh\"]")
                        .fails("The image has a title", NO_SHELL),
                Answer.to("1.3", "an entry point that is no shell")
                        .edit(
                                "Dockerfile",
                                "CMD [\"cat\", \"flights.csv\"]",
                                "ENTRYPOINT [\"/usr/bin/env\", \"cat\"]\nCMD [\"flights.csv\"]"));
    }

    private static Stream<Answer> starts() {
        var start = "ENTRYPOINT [\"python\", \"report.py\"]\nCMD [\"JFK\"]";
        var anotherAirport = "An argument selects another airport";
        return Stream.of(
                Answer.to("1.4", "the default among the words that stay")
                        .edit("Dockerfile", start, "ENTRYPOINT [\"python\", \"report.py\", \"JFK\"]")
                        .fails(anotherAirport),
                Answer.to("1.4", "an entry point without brackets")
                        .edit("Dockerfile", start, "ENTRYPOINT python report.py ${AIRPORT:-JFK}")
                        .fails(anotherAirport, "The program starts without a shell"),
                Answer.to("1.4", "the default in the program")
                        .edit("Dockerfile", start, "ENTRYPOINT [\"python\", \"-u\", \"/app/report.py\"]")
                        .edit("report.py", "sys.argv[1]", "sys.argv[1] if len(sys.argv) > 1 else \"JFK\""),
                Answer.to("1.5", "a variable of the container with the value of the build")
                        .edit("Dockerfile", "ARG VERSION=1.0", "ARG VERSION=1.0\nENV VERSION=$VERSION")
                        .fails("Containers have no variable for the version"),
                Answer.to("1.5", "the label above what it needs")
                        .edit("Dockerfile", "LABEL org.opencontainers.image.version=$VERSION\n", "")
                        .edit(
                                "Dockerfile",
                                "ARG VERSION=1.0",
                                "LABEL org.opencontainers.image.version=$VERSION\nARG VERSION=1.0")
                        .fails("The default version is 1.0", "The version is set when the image is built"),
                Answer.to("1.5", "a default of the build that becomes the container's")
                        .edit("Dockerfile", "ENV UNIT=km", "ARG UNIT=km\nENV UNIT=${UNIT}"));
    }

    private static Stream<Answer> caches() {
        var copy = "COPY install.py requirements.txt ./\n";
        var mount = "RUN --mount=type=cache,target=/root/.cache/course-packages ";
        return Stream.of(
                Answer.to("1.6", "the packages themselves in the cache, and so in no image")
                        .edit("Dockerfile", mount, mount + "--mount=type=cache,target=/opt/packages ")
                        .fails("The packages are installed"),
                Answer.to("1.6", "a layer for what is there today, with the cache in it")
                        .edit(
                                "Dockerfile",
                                copy,
                                "COPY install.py ./\nRUN echo airports==1.2 delays==2.0 > old && python install.py old\nCOPY requirements.txt ./\n")
                        .edit("Dockerfile", mount, "RUN ")
                        .fails("The cache is in no layer of the image"),
                Answer.to("1.6", "a cache with a name, and files that are mounted and not copied")
                        .edit("Dockerfile", copy, "")
                        .edit(
                                "Dockerfile",
                                mount,
                                "RUN --mount=type=cache,id=of-the-check,sharing=locked,target=/root/.cache "
                                        + "--mount=type=bind,source=install.py,target=install.py "
                                        + "--mount=type=bind,source=requirements.txt,target=requirements.txt "));
    }

    private static Stream<Answer> stages() {
        return Stream.of(
                Answer.to("2.1", "a runtime with the compiler's module")
                        .edit("Dockerfile", JLINK, "RUN jlink --add-modules java.base,jdk.compiler ")
                        .fails(NO_COMPILER),
                Answer.to("2.1", "the same, with its launcher deleted")
                        .edit("Dockerfile", JLINK, "RUN jlink --add-modules java.base,jdk.compiler ")
                        .edit("Dockerfile", "--output /runtime", "--output /runtime\nRUN rm /runtime/bin/javac")
                        .fails(NO_COMPILER),
                Answer.to("2.3", "words in place of tests")
                        .edit(
                                "Dockerfile",
                                "CMD [\"java\", \"-cp\", \"/tested\", \"DelaysTest\"]",
                                "CMD [\"echo\", \"3 tests passed\"]")
                        .fails("The stage test prints the test results"),
                Answer.to("2.3", "one layer with the whole runtime in it")
                        .edit(
                                "Dockerfile",
                                "CMD [\"java\", \"-cp\"",
                                "COPY --from=runtime /runtime /all/opt/java\nCOPY delays.csv /all/app/\n"
                                        + "RUN cp /classes/Delays.class /all/app\nCMD [\"java\", \"-cp\"")
                        .edit("Dockerfile", "COPY --from=runtime /runtime /opt/java\nWORKDIR", "WORKDIR")
                        .edit(
                                "Dockerfile",
                                "COPY delays.csv ./\nCOPY --from=test /classes ./",
                                "COPY --from=test /all /")
                        .fails("A change of Delays.java creates one new layer"),
                Answer.to("2.3", "sources in another folder")
                        .edit("Dockerfile", "COPY delays.csv ./", "COPY delays.csv ./\nCOPY DelaysTest.java /src/")
                        .fails("The sources are not in the image"));
    }

    private static Stream<Answer> contexts() {
        var notes = "A change of notes.md creates no new layer";
        return Stream.of(
                Answer.to("7.1", "the list beside the Dockerfile, under its name")
                        .without(".dockerignore")
                        .file("Dockerfile.dockerignore", "raw/\nnotes.md\n"),
                Answer.to("7.1", "a right list, and beside the Dockerfile one that counts in its place")
                        .file("Dockerfile.dockerignore", "# Nothing yet.\n")
                        .fails(SENT, notes),
                Answer.to("7.2", "the list beside the Dockerfile")
                        .without(".dockerignore")
                        .file("Dockerfile.dockerignore", "deploy\nkeys\n"),
                Answer.to("7.3", "program files at any depth")
                        .file(".dockerignore", "*\n!flights/**/*.py\n!flights/**/*.csv\n")
                        .fails(COPIES),
                Answer.to("7.3", "the package without what was found in it")
                        .file(".dockerignore", "*\n!flights\nflights/*.md\n**/__pycache__\n")
                        .fails(COPIES),
                Answer.to("7.3", "the table of today, by its name")
                        .file(".dockerignore", "*\n!flights/*.py\n!flights/delays.csv\n")
                        .fails("A new table of the program is sent"),
                Answer.to("7.3", "the folder, emptied again, and then its program")
                        .file(".dockerignore", "*\n!flights\nflights/*\n!flights/*.py\n!flights/*.csv\n"));
    }
}
