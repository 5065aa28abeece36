package dev.datastack.etl.dataset;

import static dev.datastack.etl.dataset.Rules.delay;
import static dev.datastack.etl.dataset.Rules.localHour;
import static dev.datastack.etl.dataset.Rules.needs;
import static dev.datastack.etl.dataset.Rules.splitTime;
import static dev.datastack.etl.dataset.Rules.together;
import static dev.datastack.etl.dataset.Type.clock;
import static dev.datastack.etl.dataset.Type.code;
import static dev.datastack.etl.dataset.Type.smallint;
import static dev.datastack.etl.dataset.Type.utcTime;

/** Departures from New York City's three airports, a file a month. */
final class Flights {

    static final Dataset DATASET = Dataset.monthly("flights")
            .file("flights-{period}.csv.gz")
            .into("core.flight")
            .required("year", smallint(1987, 2100))
            .required("month", smallint(1, 12))
            .required("day", smallint(1, 31))
            .optional("dep_time", clock())
            .required("sched_dep_time", clock())
            .optional("dep_delay", smallint(-180, 2880))
            .optional("arr_time", clock())
            .required("sched_arr_time", clock())
            .optional("arr_delay", smallint(-180, 2880))
            .required("carrier", code("[A-Z0-9]{2}"))
            .required("flight", smallint(1, 9999))
            .optional("tailnum", code("[A-Z0-9]{2,7}"))
            .required("origin", code("[A-Z0-9]{3}"))
            .required("dest", code("[A-Z0-9]{3}"))
            .optional("air_time", smallint(1, 1440))
            .required("distance", smallint(1, 12_500))
            .required("hour", smallint(0, 24))
            .required("minute", smallint(0, 59))
            .required("time_hour", utcTime())
            .partitionedBy("flight_date", "year", "month", "day")
            .rule(localHour("time_hour", "America/New_York", "flight_date", "hour"))
            .rule(splitTime("sched_dep_time", "hour", "minute"))
            // A cancelled flight neither left nor came; a diverted one left and may have come elsewhere.
            .rule(together("dep_time", "dep_delay"))
            .rule(needs("arr_time", "dep_time"))
            .rule(needs("arr_delay", "arr_time"))
            .rule(together("arr_delay", "air_time"))
            .rule(delay("dep_delay", "sched_dep_time", "dep_time"))
            .rule(delay("arr_delay", "sched_arr_time", "arr_time"))
            // Without the origin 48 rows of 2013 would be taken for duplicates. Numbers first: they sort faster than
            // text.
            .unique("flight_date", "flight", "carrier", "origin")
            .memberOf("carrier", "core.airline", "carrier")
            .memberOf("origin", "core.airport", "faa")
            .memberOf("dest", "core.airport", "faa")
            .memberOf("tailnum", "core.plane", "tailnum")
            .declared();

    private Flights() {}
}
