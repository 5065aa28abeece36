-- The table that the other ways of loading fill: the types of core.flight, without partitions, index or rules.
-- That of the round before is set aside, see empty.sql.
SELECT format('aside_%s', txid_current()) AS aside \gset
CREATE SCHEMA :aside;
ALTER TABLE IF EXISTS bare SET (autovacuum_enabled = off);
ALTER TABLE IF EXISTS bare SET SCHEMA :aside;
CREATE TABLE bare (
    year smallint, month smallint, day smallint, dep_time smallint, sched_dep_time smallint, dep_delay smallint,
    arr_time smallint, sched_arr_time smallint, arr_delay smallint, carrier text, flight smallint, tailnum text,
    origin text, dest text, air_time smallint, distance smallint, hour smallint, minute smallint, time_hour timestamptz
);
CHECKPOINT;
