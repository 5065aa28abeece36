-- The rules of etl-service (Flights.java) in SQL, for by_psql.sh.

-- The columns of the month's table while COPY fills it. What the file lacks is made here, where the row passes by.
CREATE FUNCTION peer.raw_columns(period text) RETURNS text LANGUAGE sql AS $$
    SELECT format('year smallint, month smallint, day smallint, dep_time smallint, sched_dep_time smallint,
                   dep_delay smallint, arr_time smallint, sched_arr_time smallint, arr_delay smallint, carrier text,
                   flight smallint, tailnum text, origin text, dest text, air_time smallint, distance smallint,
                   hour smallint, minute smallint, time_hour timestamptz,
                   flight_date date GENERATED ALWAYS AS (
                       CASE WHEN year = %s AND month = %s AND day BETWEEN 1 AND %s THEN %L::date + day END) STORED',
                  extract(year FROM first), extract(month FROM first),
                  extract(day FROM first + interval '1 month' - interval '1 day'), first - 1)
      FROM CAST(period || '-01' AS date) first
$$;

-- What is wrong with a row first. That a number is one, COPY has checked. A code's shape is looked at once for each code
-- that there is: $1, $2 and $3 hold the carriers, airports and tail numbers of a wrong shape.
CREATE FUNCTION peer.rules() RETURNS text LANGUAGE sql IMMUTABLE AS $rules$ SELECT $$
    CASE
      WHEN year IS NULL OR month IS NULL OR day IS NULL OR sched_dep_time IS NULL OR sched_arr_time IS NULL
           OR carrier IS NULL OR flight IS NULL OR origin IS NULL OR dest IS NULL OR distance IS NULL OR hour IS NULL
           OR minute IS NULL OR time_hour IS NULL THEN 'missing: '
      WHEN cardinality($1 || $2 || $3) > 0
           AND (carrier = ANY ($1) OR origin = ANY ($2) OR dest = ANY ($2) OR tailnum = ANY ($3)) THEN 'bad-code: '
      WHEN flight_date IS NULL THEN 'wrong-period: '
      WHEN flight NOT BETWEEN 1 AND 9999 OR distance NOT BETWEEN 1 AND 12500 OR air_time NOT BETWEEN 1 AND 1440
           OR dep_delay NOT BETWEEN -180 AND 2880 OR arr_delay NOT BETWEEN -180 AND 2880
           OR minute NOT BETWEEN 0 AND 59 OR hour NOT BETWEEN 0 AND 24 THEN 'out-of-range: '
      WHEN dep_time NOT BETWEEN 1 AND 2400 OR dep_time % 100 > 59 OR arr_time NOT BETWEEN 1 AND 2400
           OR arr_time % 100 > 59 OR sched_arr_time NOT BETWEEN 1 AND 2400 OR sched_arr_time % 100 > 59
           OR sched_dep_time NOT BETWEEN 1 AND 2400 OR sched_dep_time % 100 > 59 THEN 'bad-time: '
      WHEN (dep_time IS NULL) <> (dep_delay IS NULL) OR (arr_delay IS NULL) <> (air_time IS NULL)
           OR arr_time IS NOT NULL AND dep_time IS NULL OR arr_delay IS NOT NULL AND arr_time IS NULL THEN 'pairing: '
      WHEN time_hour AT TIME ZONE 'America/New_York' <> flight_date + hour * interval '1 hour'
           OR sched_dep_time <> hour * 100 + minute
           OR (dep_time / 100 * 60 + dep_time % 100 - sched_dep_time / 100 * 60 - sched_dep_time % 100 - dep_delay)
              % 1440 <> 0
           OR (arr_time / 100 * 60 + arr_time % 100 - sched_arr_time / 100 * 60 - sched_arr_time % 100 - arr_delay)
              % 1440 <> 0 THEN 'contradiction: '
    END $$ $rules$;
