package dev.datastack.etl.dataset;

import static dev.datastack.etl.dataset.Type.code;
import static dev.datastack.etl.dataset.Type.smallint;
import static dev.datastack.etl.dataset.Type.text;

/** Planes of the FAA's register, one file. */
final class Planes {

    static final Dataset DATASET = Dataset.whole("planes")
            .file("planes.csv")
            .into("core.plane")
            .required("tailnum", code("[A-Z0-9]{2,7}"))
            .optional("year", smallint(1903, 2100))
            .optional("type", text(100))
            .optional("manufacturer", text(100))
            .optional("model", text(100))
            .optional("engines", smallint(0, 12))
            .optional("seats", smallint(1, 1000))
            .optional("speed", smallint(1, 2000))
            .optional("engine", text(100))
            .unique("tailnum")
            .declared();

    private Planes() {}
}
