-- Who and what flew. Columns are those of the files; a member that facts need and no file names is inferred.
CREATE SCHEMA core;

CREATE TABLE core.airline (
    carrier  text    PRIMARY KEY,
    name     text,
    inferred boolean NOT NULL DEFAULT false
);

CREATE TABLE core.airport (
    faa      text    PRIMARY KEY,
    name     text,
    lat      double precision,
    lon      double precision,
    alt      integer,
    tz       smallint,
    dst      text,
    tzone    text,
    inferred boolean NOT NULL DEFAULT false
);

CREATE TABLE core.plane (
    tailnum      text    PRIMARY KEY,
    year         smallint,
    type         text,
    manufacturer text,
    model        text,
    engines      smallint,
    seats        smallint,
    speed        smallint,
    engine       text,
    inferred     boolean NOT NULL DEFAULT false
);
-- Where the time zones are that core.airport.tzone names.
CREATE TABLE core.time_zone (
    tzone       text    PRIMARY KEY,
    country     text,
    coordinates text,
    comments    text,
    inferred    boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN core.airline.inferred IS 'Facts need it, the reference file lacks it.';
COMMENT ON COLUMN core.airport.inferred IS 'Facts need it, the reference file lacks it.';
COMMENT ON COLUMN core.plane.inferred IS 'Facts need it, the reference file lacks it.';
COMMENT ON COLUMN core.time_zone.inferred IS 'An airport names it, the reference file lacks it.';
