-- What the peers share: a month begins as a table beside core.flight, and ends as a partition of it with its key, its
-- members and its line in the ledger, as etl-service does it. In the caller's transaction.
CREATE SCHEMA peer;

-- Makes core.flight_YYYY_MM_fresh of the given columns, and returns the load's number. The columns are not taken by LIKE
-- from the parent: that would lock it, and of two months that swap at once each would wait for the other.
CREATE FUNCTION peer.begin(period text, columns text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    load_id bigint;
BEGIN
    INSERT INTO etl.load (dataset, period, requested_by, status, attempt, worker, lease_until, started_at)
    VALUES ('flights', begin.period, 'benchmark', 'running', 1, 'peer', 'infinity', clock_timestamp())
    RETURNING id INTO load_id;
    EXECUTE format('CREATE TABLE core.flight_%s_fresh (%s)', replace(period, '-', '_'), columns);
    RETURN load_id;
END
$$;

-- The columns of a month whose rows are checked before they come.
CREATE FUNCTION peer.checked_columns(period text) RETURNS text LANGUAGE sql AS $$
    SELECT format('year smallint NOT NULL, month smallint NOT NULL, day smallint NOT NULL, dep_time smallint,
                   sched_dep_time smallint NOT NULL, dep_delay smallint, arr_time smallint,
                   sched_arr_time smallint NOT NULL, arr_delay smallint, carrier text NOT NULL,
                   flight smallint NOT NULL, tailnum text, origin text NOT NULL, dest text NOT NULL, air_time smallint,
                   distance smallint NOT NULL, hour smallint NOT NULL, minute smallint NOT NULL,
                   time_hour timestamptz NOT NULL,
                   flight_date date NOT NULL CHECK (flight_date >= %L AND flight_date < %L)',
                  first, (first + interval '1 month')::date)
      FROM CAST(period || '-01' AS date) first
$$;

CREATE FUNCTION peer.add_key(period text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE core.flight_%1$s_fresh ADD CONSTRAINT flight_%1$s_key
                          PRIMARY KEY (flight_date, flight, carrier, origin)', replace(period, '-', '_'));
END
$$;

-- All codes that there are, in one pass.
CREATE FUNCTION peer.members(fresh text, OUT carriers text[], OUT airports text[], OUT tailnums text[])
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('SELECT array_remove(array_agg(carrier), NULL), array_remove(array_agg(origin) || array_agg(dest), NULL),
                           array_remove(array_agg(tailnum), NULL)
                      FROM (SELECT carrier, origin, dest, tailnum FROM %s
                             GROUP BY GROUPING SETS (carrier, origin, dest, tailnum)) codes', fresh)
        INTO carriers, airports, tailnums;
END
$$;

-- Adds the members that are unknown. In one order for all: two months then wait for each other, and never in a circle.
CREATE FUNCTION peer.add_members(place text, key text, members text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('INSERT INTO core.%1$s (%2$s, inferred) SELECT member, true FROM unnest($1) member
                     WHERE NOT EXISTS (SELECT FROM core.%1$s known WHERE known.%2$s = member)
                     ORDER BY member COLLATE "C" ON CONFLICT DO NOTHING', place, key) USING members;
END
$$;

-- Swaps the month in. Its rejects are written already.
CREATE FUNCTION peer.publish(load_id bigint, file text, sha256 text, loaded bigint, carriers text[],
                                        airports text[], tailnums text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    month     date;
    partition text;
    rejected  bigint;
BEGIN
    SELECT (l.period || '-01')::date INTO month FROM etl.load l WHERE l.id = load_id;
    partition := 'flight_' || to_char(month, 'YYYY_MM');
    SELECT count(*) INTO rejected FROM etl.reject r WHERE r.load_id = publish.load_id;
    IF rejected > 0.05 * (loaded + rejected) THEN
        RAISE EXCEPTION '% of % rows were rejected', rejected, loaded + rejected;
    END IF;
    PERFORM peer.add_members('airline', 'carrier', carriers);
    PERFORM peer.add_members('airport', 'faa', airports);
    PERFORM peer.add_members('plane', 'tailnum', tailnums);
    IF to_regclass('core.' || partition) IS NOT NULL THEN
        EXECUTE format('DROP TABLE core.%I', partition);
    END IF;
    EXECUTE format('ALTER TABLE core.%I RENAME TO %I', partition || '_fresh', partition);
    EXECUTE format('ALTER TABLE core.flight ATTACH PARTITION core.%I FOR VALUES FROM (%L) TO (%L)',
                   partition, month, month + interval '1 month');
    UPDATE etl.load l SET status = 'done', finished_at = clock_timestamp(), lease_until = NULL, file = publish.file,
           sha256 = publish.sha256, rows_read = loaded + rejected, rows_loaded = loaded, rows_rejected = rejected
     WHERE l.id = load_id;
END
$$;

-- What is left of a month whose rows and rejects were written by others, in transactions of their own.
CREATE FUNCTION peer.swap_in(load_id bigint, file text, sha256 text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    period text := (SELECT l.period FROM etl.load l WHERE l.id = load_id);
    fresh text := 'core.flight_' || replace(period, '-', '_') || '_fresh';
    named record;
    loaded bigint;
BEGIN
    PERFORM peer.add_key(period);
    named := peer.members(fresh);
    EXECUTE 'SELECT count(*) FROM ' || fresh INTO loaded;
    PERFORM peer.publish(load_id, file, sha256, loaded, named.carriers, named.airports, named.tailnums);
END
$$;
