package dev.datastack.acceptance.course;

import java.util.stream.Stream;

/** Near misses of the exercises about data, and right answers by another way. */
final class DataAnswers {
    private static final String COMMANDS = "commands.sh";

    private DataAnswers() {}

    static Stream<DataAnswer> all() {
        return Stream.of(
                DataAnswer.to("9.1", "a load that was requested by hand")
                        .edit(
                                COMMANDS,
                                "cp \"$here/course_january.py\" docker/airflow/dags/\n",
                                "./stack etl load flights 2014-01\nexit\n")
                        .fails("A DAG run has loaded January 2014"),
                DataAnswer.to("9.1", "a DAG of another name, triggered by hand")
                        .edit("course_january.py", "dag_id=\"course_january\"", "dag_id=\"course.mine-1\"")
                        .edit("course_january.py", "schedule=\"@once\"", "schedule=None")
                        .edit("course_january.py", "(\"flights\",)", "[\"flights\"]")
                        .edit(COMMANDS, "ended success\n", """
                                triggered() {
                                  docker compose exec -T airflow-scheduler airflow dags trigger "course.mine-1"
                                }
                                until triggered; do sleep 1; done
                                ended success
                                """)
                        .edit(COMMANDS, "'course_january'", "'course.mine-1'")
                        .edit("cleanup.sh", "--yes course_january", "--yes 'course.mine-1'"),
                DataAnswer.to("9.3", "the bad lines deleted")
                        .edit(
                                COMMANDS,
                                "# The corrected file.\ngzip --stdout \"$here/flights-2014-03.csv\"",
                                "sed -e 16d -e 46d \"$here/flights-2014-03.csv\" | gzip --stdout")
                        .fails(
                                "It was loaded again, and no row was rejected",
                                "The corrected flights are in core.flight"),
                DataAnswer.to("9.3", "a file that came well, so nobody saw a rejected row")
                        .edit(COMMANDS, "-e '16s/,7,0,/,17,0,/' -e '46s/N802UA/N 802UA/'", "''")
                        .fails("The file was loaded once with rejected rows"),
                DataAnswer.to("9.3", "corrected by SQL in the table, and not where the next load would find it")
                        .edit(
                                COMMANDS,
                                "# The corrected file.\ngzip --stdout \"$here/flights-2014-03.csv\" >",
                                "exit # ")
                        .fails(
                                "It was loaded again, and no row was rejected",
                                "The corrected flights are in core.flight"),
                DataAnswer.to("9.4", "a check beside the load, which finds the rows of the load before")
                        .edit("course_checked.py", "load() >> check_speed", "load()")
                        .edit(COMMANDS, "ended success\nended failed\n", """
                                for month in 2014-04 2014-05; do ./stack etl load flights $month; done
                                cp "$here/course_checked.py" docker/airflow/dags/
                                ended success
                                ended failed
                                """)
                        .edit(
                                COMMANDS,
                                "done\ncp \"$here/course_checked.py\" docker/airflow/dags/\n\n# ended",
                                "done\n\n# ended")
                        .fails("The run of May 2014 has failed, in a task after the load"),
                DataAnswer.to("9.4", "a limit of one column, which a short flight does not meet")
                        .edit("course_checked.py", "distance * 60 <= air_time * 800", "air_time >= 100")
                        .edit(COMMANDS, "ended success\n", "")
                        .fails("The run of April 2014 has succeeded"),
                DataAnswer.to("9.5", "the column that is looked for comes second")
                        .edit("index.sql", "(tailnum)", "(flight_date, tailnum)")
                        .fails("The query reads 50 pages at most"),
                DataAnswer.to("9.5", "an index of another kind, for the planes that fly often or seldom")
                        .edit("index.sql", "ON course.flight (tailnum)", "ON course.flight USING hash (tailnum)"),
                DataAnswer.to("9.5", "all other planes deleted")
                        .edit("index.sql", "CREATE INDEX flight_tailnum ON course.flight (tailnum)", """
                                DELETE FROM course.flight WHERE tailnum IS DISTINCT FROM 'N355AA';
                                VACUUM FULL course.flight""")
                        .fails("The table has all its rows"));
    }
}
