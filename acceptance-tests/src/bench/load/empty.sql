-- A warehouse before its first load: no partition, no member of a reference table.
DO $$
DECLARE
    partition regclass;
BEGIN
    FOR partition IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'core.flight'::regclass LOOP
        EXECUTE format('DROP TABLE %s', partition);
    END LOOP;
END
$$;
TRUNCATE core.plane, core.airport, core.airline;
TRUNCATE etl.load CASCADE;
CHECKPOINT;
