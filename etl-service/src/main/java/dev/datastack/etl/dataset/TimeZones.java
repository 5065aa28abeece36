package dev.datastack.etl.dataset;

import static dev.datastack.etl.dataset.Type.code;
import static dev.datastack.etl.dataset.Type.text;

/** Time zones with country and place, one file. Airports name them. */
final class TimeZones {

    static final Dataset DATASET = Dataset.whole("timezones")
            .file("timezones.csv")
            // NA is a country here, Namibia.
            .missing("")
            .into("core.time_zone")
            .required("tzone", text(100))
            .required("country", code("[A-Z]{2}"))
            // Degrees and minutes, seconds where they matter: +404251-0740023.
            .required("coordinates", code("[+-]([0-9]{4}|[0-9]{6})[+-]([0-9]{5}|[0-9]{7})"))
            .optional("comments", text(200))
            .unique("tzone")
            .declared();

    private TimeZones() {}
}
