package dev.datastack.cli.doctor.running;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Finished;
import java.util.regex.Pattern;

/** Why PostgreSQL gave no session or no answer, in its own words, without those of psql around them. */
record Refusal(String words) {
    private static final Pattern SAID = Pattern.compile("(?:failed: (?:FATAL: +)?|FATAL: +|ERROR: +)(.+)");
    private static final Pattern NO_DATABASE = Pattern.compile("database \"(\\w+)\" does not exist");
    private static final Pattern FULL =
            Pattern.compile("too many clients already|remaining connection slots are reserved");
    private static final String FULL_FOR_ONE = "too many connections for ";

    /** The first complaint, if there are several: the others follow from it. */
    static Refusal of(Finished psql) {
        var said = SAID.matcher(psql.errText());
        return new Refusal(said.find() ? said.group(1) : psql.lastWords());
    }

    /** Whether it is a known cause; several parts may run into the same, in the same words. */
    boolean isFound(Findings findings) {
        var missing = NO_DATABASE.matcher(words);
        if (missing.find()) {
            findings.add(Cause.DATABASE_MISSING, said(), cure(missing.group(1)));
        } else if (isOfServer()) {
            findings.add(
                    Cause.CONNECTIONS_FULL,
                    said(),
                    "close sessions that you do not need, or docker compose restart postgres, which ends all of them");
        } else if (words.startsWith(FULL_FOR_ONE)) {
            findings.add(
                    Cause.CONNECTIONS_FULL,
                    said(),
                    "close query tools and other sessions of that role; './stack psql -c \"TABLE pg_stat_activity\"' shows them");
        } else {
            return false;
        }
        return true;
    }

    /** Whoever comes is refused: it is found by the looks that count the connections. */
    boolean isOfServer() {
        return FULL.matcher(words).find();
    }

    StackException failure() {
        return new StackException(
                Problem.COMMAND_FAILED, said(), "to ask PostgreSQL", "see './stack logs postgres' and ./stack status");
    }

    String said() {
        return "PostgreSQL said: " + words;
    }

    private static String cure(String database) {
        return "./stack down && ./stack up, which makes an empty one; then './stack restore FILE' brings back the data of a"
                + " backup"
                + (database.equals("warehouse") ? ", and './stack etl load --all' loads the files of this clone" : "");
    }
}
