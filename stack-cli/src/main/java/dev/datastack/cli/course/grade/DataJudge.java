package dev.datastack.cli.course.grade;

import dev.datastack.cli.docker.Container.Mount;
import dev.datastack.cli.process.Finished;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the database's volume: what it is, and whether a row outlives its container. */
final class DataJudge {
    private static final String PSQL = "psql --no-psqlrc -qAt -v ON_ERROR_STOP=1 -U \"${POSTGRES_USER:-postgres}\""
            + " -d \"${POSTGRES_DB:-${POSTGRES_USER:-postgres}}\" -c ";
    private static final String TABLE = "stack_course_grade";

    private final GradedProject sandbox;
    private final Scorebook book;
    private final String service;

    DataJudge(GradedProject sandbox, Scorebook book, String service) {
        this.sandbox = sandbox;
        this.book = book;
        this.service = service;
    }

    void judgeVolume(List<Observed> containers) {
        var container =
                containers.stream().filter(one -> one.service().equals(service)).findFirst();
        if (container.isEmpty()) {
            book.notJudged(Rule.VOLUMES_NAMED, service + " has no container");
            return;
        }
        var mount = container.get().dataMount();
        var type = mount.map(Mount::type).orElse("none");
        var name = mount.map(Mount::name).orElse("");
        var faults = new ArrayList<String>();
        if (container.get().keepsDataInMemory() || type.equals("tmpfs")) {
            faults.add("the database's folder in " + service + " lies in memory");
        } else if (mount.isEmpty() || mount.get().isNameless()) {
            faults.add(unkept(container.get(), mount.isPresent()));
        }
        book.judge(Rule.VOLUMES_NAMED, faults, type.equals("bind") ? "a bind mount" : "the named volume " + name);
    }

    /** A volume at another path is a mistake of the path: it is there, has a name, and stays empty. */
    private String unkept(Observed container, boolean nameless) {
        var folder = container.dataFolder();
        var beside = container.besideData();
        if (!beside.isEmpty()) {
            return "the path of the volume in " + service + " is wrong: it lies at "
                    + beside.get(0).destination() + ", and the rows at " + folder;
        }
        return nameless
                ? "the volume under " + folder + " in " + service + " has no name, so the next container gets a new one"
                : "the database's folder " + folder + " in " + service + " lies in the container itself";
    }

    /** What went wrong; empty when the row is written. */
    Optional<String> write() {
        // Dollar quotes: single ones belong to the shell.
        var sql = "CREATE TABLE %1$s (mark text); INSERT INTO %1$s VALUES ($$kept$$)".formatted(TABLE);
        var written = sandbox.compose().exec(service, List.of("sh", "-c", PSQL + "'" + sql + "'"));
        return written.well() ? Optional.empty() : Optional.of("no row could be written: " + complaint(written));
    }

    /** psql's first line has the reason; the lines after it point into the statement. */
    private static String complaint(Finished query) {
        return query.err().stream()
                .filter(line -> line.contains("ERROR") || line.contains("FATAL"))
                .findFirst()
                .orElseGet(query::lastWords);
    }

    void judgeRow() {
        var read = sandbox.compose().exec(service, List.of("sh", "-c", PSQL + "'SELECT mark FROM " + TABLE + "'"));
        var kept = read.well() && read.outText().equals("kept");
        book.judge(
                Rule.VOLUMES_ROWS,
                kept ? List.of() : List.of("the row that was written before is gone: " + complaint(read)),
                "a row was written, the project stopped and started, and the row was there");
    }
}
