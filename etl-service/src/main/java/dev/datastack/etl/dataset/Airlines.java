package dev.datastack.etl.dataset;

import static dev.datastack.etl.dataset.Type.code;
import static dev.datastack.etl.dataset.Type.text;

/** Carrier codes and names, one file. */
final class Airlines {

    static final Dataset DATASET = Dataset.whole("airlines")
            .file("airlines.csv")
            .into("core.airline")
            .required("carrier", code("[A-Z0-9]{2}"))
            .required("name", text(200))
            .unique("carrier")
            .declared();

    private Airlines() {}
}
