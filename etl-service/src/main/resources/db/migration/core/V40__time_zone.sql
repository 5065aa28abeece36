-- Where the time zones are that core.airport.tzone names. The columns are those of the file; inferred as everywhere.
CREATE TABLE core.time_zone (
    tzone       text    PRIMARY KEY,
    country     text,
    coordinates text,
    comments    text,
    inferred    boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN core.time_zone.inferred IS 'An airport names it, the reference file lacks it.';
