-- One partition a month; a load makes a new one and swaps it in.
-- No foreign keys: they would lock the reference tables at every swap. Loads add the members that they need.
CREATE TABLE core.flight (
    year           smallint    NOT NULL,
    month          smallint    NOT NULL,
    day            smallint    NOT NULL,
    dep_time       smallint,
    sched_dep_time smallint    NOT NULL,
    dep_delay      smallint,
    arr_time       smallint,
    sched_arr_time smallint    NOT NULL,
    arr_delay      smallint,
    carrier        text        NOT NULL,
    flight         smallint    NOT NULL,
    tailnum        text,
    origin         text        NOT NULL,
    dest           text        NOT NULL,
    air_time       smallint,
    distance       smallint    NOT NULL,
    hour           smallint    NOT NULL,
    minute         smallint    NOT NULL,
    time_hour      timestamptz NOT NULL,
    flight_date    date        NOT NULL,
    -- The number before the carrier: most rows of a day differ in it, and numbers are compared faster than text.
    PRIMARY KEY (flight_date, flight, carrier, origin)
) PARTITION BY RANGE (flight_date);
COMMENT ON COLUMN core.flight.flight_date IS 'Local date of the scheduled departure.';
COMMENT ON COLUMN core.flight.time_hour IS 'Hour of the scheduled departure; may fall into another month than flight_date (UTC).';

CREATE TABLE core.weather (
    origin       text             NOT NULL,
    year         smallint         NOT NULL,
    month        smallint         NOT NULL,
    day          smallint         NOT NULL,
    hour         smallint         NOT NULL,
    temp         double precision,
    dewp         double precision,
    humid        double precision,
    wind_dir     smallint,
    wind_speed   double precision,
    wind_gust    double precision,
    precip       double precision,
    pressure     double precision,
    visib        double precision,
    time_hour    timestamptz      NOT NULL,
    weather_date date             NOT NULL,
    PRIMARY KEY (weather_date, origin, time_hour)
) PARTITION BY RANGE (weather_date);
COMMENT ON COLUMN core.weather.weather_date IS 'Local date of the observation.';
