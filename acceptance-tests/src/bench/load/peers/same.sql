-- What loads leave behind, in a few lines, which are equal for two warehouses when they hold the same. Left out are times
-- and the numbers of loads, and the names that a number is part of.
SELECT 'flights', count(*), sum(hashtextextended(f::text, 0)) FROM core.flight f;
SELECT 'rejects', count(*), sum(hashtextextended(concat_ws('|', period, line, raw, column_name, reason), 0))
  FROM etl.reject JOIN etl.load ON id = load_id;
SELECT 'reject lines', period, string_agg(line::text, ' ' ORDER BY line) FROM etl.reject JOIN etl.load ON id = load_id
 GROUP BY period ORDER BY period;
SELECT 'ledger', dataset, period, status, file, sha256, rows_read, rows_loaded, rows_rejected
  FROM etl.load ORDER BY period;
SELECT 'members', sum(hashtextextended(m::text, 0)) FROM core.airline m
UNION ALL SELECT 'members', sum(hashtextextended(m::text, 0)) FROM core.airport m
UNION ALL SELECT 'members', sum(hashtextextended(m::text, 0)) FROM core.plane m;
WITH partition AS (
    SELECT oid, relname, pg_get_expr(relpartbound, oid) AS bound FROM pg_class JOIN pg_inherits ON oid = inhrelid
     WHERE inhparent = 'core.flight'::regclass)
SELECT relname, relpersistence, bound,
       (SELECT string_agg(concat_ws(' ', attname, atttypid::regtype, attnotnull, attgenerated, attisdropped), ', '
                          ORDER BY attnum) FROM pg_attribute WHERE attrelid = partition.oid AND attnum > 0),
       (SELECT string_agg(pg_get_constraintdef(oid), ', ' ORDER BY contype) FROM pg_constraint
         WHERE conrelid = partition.oid),
       (SELECT string_agg(pg_get_indexdef(indexrelid) || ' attached ' || EXISTS (
                              SELECT FROM pg_inherits WHERE inhrelid = indexrelid), ', ')
          FROM pg_index WHERE indrelid = partition.oid AND indisvalid)
  FROM partition JOIN pg_class USING (oid, relname) ORDER BY relname;
