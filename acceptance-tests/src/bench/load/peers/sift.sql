-- What is left to do over a month that \copy has put into core.flight_YYYY_MM_fresh. This
-- staging table becomes the partition: to copy the good rows out of another takes longer than to delete the few bad ones.

CREATE TYPE peer.codes AS (carrier text, tailnum text, origin text, dest text);
-- Lines that COPY could not read, until their month is sifted.
CREATE TABLE peer.skipped (load_id bigint, line bigint, raw text, column_name text);

-- Moves what broke a rule, and every row whose key was there before, from the table to the quarantine. Lines are counted
-- as they stand in the file: COPY wrote them in that order, all but those it skipped. Returns the codes of what moved.
CREATE FUNCTION peer.reject(load_id bigint, fresh text, skipped bigint[], carriers text[], airports text[],
                            tailnums text[])
RETURNS peer.codes[] LANGUAGE plpgsql AS $$
DECLARE
    codes peer.codes[];
BEGIN
    EXECUTE format($sql$
        WITH broken AS MATERIALIZED (
            SELECT place, reason FROM (SELECT ctid AS place, %2$s AS reason FROM %1$s) AS checked
             WHERE reason IS NOT NULL),
        keyed AS NOT MATERIALIZED (
            SELECT ctid AS place, flight_date, flight, carrier, origin FROM %1$s
             WHERE ctid NOT IN (SELECT place FROM broken)),
        twice AS (
            SELECT flight_date, flight, carrier, origin, min(place) AS first
              FROM keyed GROUP BY flight_date, flight, carrier, origin HAVING count(*) > 1),
        bad AS MATERIALIZED (
            SELECT place, reason, NULL::tid AS first FROM broken
            UNION ALL
            SELECT place, 'duplicate: ', first FROM keyed JOIN twice USING (flight_date, flight, carrier, origin)
             WHERE place > first),
        numbered AS (
            SELECT place, line + (SELECT count(*) FROM unnest($4) WITH ORDINALITY s (at, n) WHERE at - n < line) AS line
              FROM (SELECT ctid AS place, row_number() OVER (ORDER BY ctid) + 1 AS line FROM %1$s) AS stored
             WHERE place IN (SELECT place FROM bad UNION ALL SELECT first FROM bad)),
        moved AS (
            DELETE FROM %1$s AS f USING bad WHERE f.ctid = bad.place
            RETURNING bad.place, bad.reason, bad.first, f.*),
        kept AS (
            INSERT INTO etl.reject (load_id, line, raw, column_name, reason)
            SELECT $5, n.line, array_to_string(ARRAY[year::text, month::text, day::text, dep_time::text,
                       sched_dep_time::text, dep_delay::text, arr_time::text, sched_arr_time::text, arr_delay::text,
                       carrier, flight::text, tailnum, origin, dest, air_time::text, distance::text, hour::text,
                       minute::text, to_char(time_hour AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')], ',', 'NA'),
                   CASE WHEN first IS NOT NULL THEN 'flight_date, flight, carrier, origin' END,
                   reason || CASE WHEN first IS NOT NULL
                                  THEN 'the same flight_date, flight, carrier, origin as in line ' || f.line ELSE '' END
              FROM moved JOIN numbered n USING (place) LEFT JOIN numbered f ON f.place = first)
        SELECT array_agg(ROW(carrier, tailnum, origin, dest)::peer.codes) FROM moved $sql$,
        fresh, peer.rules()) INTO codes USING carriers, airports, tailnums, skipped, load_id;
    RETURN codes;
END
$$;

-- The whole of it, after \copy has stored so many rows: what remains is a partition like the service's.
CREATE FUNCTION peer.sift(load_id bigint, stored bigint, file text, sha256 text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    month date := (SELECT (l.period || '-01')::date FROM etl.load l WHERE l.id = load_id);
    name text := 'flight_' || to_char(month, 'YYYY_MM');
    fresh text := 'core.' || name || '_fresh';
    skipped bigint[] := ARRAY(SELECT s.line FROM peer.skipped s WHERE s.load_id = sift.load_id ORDER BY s.line);
    named record;
    moved peer.codes[];
    lost boolean;
BEGIN
    named := peer.members(fresh);
    moved := peer.reject(load_id, fresh, skipped,
                         ARRAY(SELECT code FROM unnest(named.carriers) code WHERE code !~ '^[A-Z0-9]{2}$'),
                         ARRAY(SELECT code FROM unnest(named.airports) code WHERE code !~ '^[A-Z0-9]{3}$'),
                         ARRAY(SELECT code FROM unnest(named.tailnums) code WHERE code !~ '^[A-Z0-9]{2,7}$'));
    -- A member that only rejected rows named is none.
    EXECUTE format('SELECT EXISTS (SELECT FROM unnest($1) m
                     WHERE NOT EXISTS (SELECT FROM %1$s WHERE carrier = m.carrier)
                        OR NOT EXISTS (SELECT FROM %1$s WHERE tailnum = m.tailnum) AND m.tailnum IS NOT NULL
                        OR NOT EXISTS (SELECT FROM %1$s WHERE m.origin IN (origin, dest))
                        OR NOT EXISTS (SELECT FROM %1$s WHERE m.dest IN (origin, dest)))', fresh) INTO lost USING moved;
    IF lost THEN
        named := peer.members(fresh);
    END IF;
    INSERT INTO etl.reject (load_id, line, raw, column_name, reason)
    SELECT s.load_id, s.line, s.raw, s.column_name, 'not-a-number: ' FROM peer.skipped s
     WHERE s.load_id = sift.load_id;
    DELETE FROM peer.skipped s WHERE s.load_id = sift.load_id;
    EXECUTE format('ALTER TABLE %1$s ALTER flight_date DROP EXPRESSION, ALTER year SET NOT NULL,
                        ALTER month SET NOT NULL, ALTER day SET NOT NULL, ALTER sched_dep_time SET NOT NULL,
                        ALTER sched_arr_time SET NOT NULL, ALTER carrier SET NOT NULL, ALTER flight SET NOT NULL,
                        ALTER origin SET NOT NULL, ALTER dest SET NOT NULL, ALTER distance SET NOT NULL,
                        ALTER hour SET NOT NULL, ALTER minute SET NOT NULL, ALTER time_hour SET NOT NULL,
                        ADD CHECK (flight_date >= %2$L AND flight_date < %3$L),
                        ADD CONSTRAINT %4$I PRIMARY KEY (flight_date, flight, carrier, origin)',
                   fresh, month, (month + interval '1 month')::date, name || '_key');
    PERFORM peer.publish(load_id, file, sha256, stored - coalesce(cardinality(moved), 0),
                         named.carriers, named.airports, named.tailnums);
END
$$;
