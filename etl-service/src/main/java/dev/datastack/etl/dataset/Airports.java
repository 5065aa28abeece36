package dev.datastack.etl.dataset;

import static dev.datastack.etl.dataset.Type.code;
import static dev.datastack.etl.dataset.Type.decimal;
import static dev.datastack.etl.dataset.Type.integer;
import static dev.datastack.etl.dataset.Type.smallint;
import static dev.datastack.etl.dataset.Type.text;

/** Airports with place and time zone, one file. */
final class Airports {

    static final Dataset DATASET = Dataset.whole("airports")
            .file("airports.csv")
            .into("core.airport")
            .required("faa", code("[A-Z0-9]{3}"))
            .required("name", text(200))
            .required("lat", decimal(-90, 90))
            .required("lon", decimal(-180, 180))
            .optional("alt", integer(-1500, 30_000))
            .optional("tz", smallint(-12, 14))
            .optional("dst", code("[AUN]"))
            .optional("tzone", text(100))
            .unique("faa")
            .memberOf("tzone", "core.time_zone", "tzone")
            .declared();

    private Airports() {}
}
