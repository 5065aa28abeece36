-- What a reader asks: small tables, made anew from core by mart.refresh().
CREATE SCHEMA mart;

CREATE TABLE mart.carrier_month (
    carrier        text   NOT NULL,
    month          date   NOT NULL,
    flights        bigint NOT NULL,
    arrived        bigint NOT NULL,
    on_time        bigint NOT NULL,
    cancelled      bigint NOT NULL,
    mean_arr_delay numeric(8, 2),
    PRIMARY KEY (carrier, month)
);
COMMENT ON COLUMN mart.carrier_month.arrived IS 'Flights with an arr_delay.';
COMMENT ON COLUMN mart.carrier_month.on_time IS 'Of those that arrived: less than 15 minutes late.';
COMMENT ON COLUMN mart.carrier_month.cancelled IS 'Flights without a dep_time.';

CREATE TABLE mart.weather_delay (
    precipitation  text   PRIMARY KEY CHECK (precipitation IN ('none', 'light', 'heavy', 'unknown')),
    flights        bigint NOT NULL,
    departed       bigint NOT NULL,
    mean_dep_delay numeric(8, 2),
    cancelled      bigint NOT NULL
);
COMMENT ON COLUMN mart.weather_delay.precipitation IS
    'In the hour and at the airport of departure: none = 0, light < 0.1, heavy >= 0.1 inch, unknown = not observed.';

CREATE TABLE mart.refreshed (
    loads        bigint      NOT NULL,
    refreshed_at timestamptz NOT NULL
);
COMMENT ON TABLE mart.refreshed IS 'How many loads the marts hold: done loads stay done, so an equal number means nothing new.';
