-- A warehouse before its first load: no partition, no member of a reference table. The partitions of the round before are
-- set aside, not dropped: for minutes after a file was deleted, ext4 searches for a free inode among those that it must
-- not use again yet, and whoever makes files then pays for it. No first load does.
SELECT format('aside_%s', txid_current()) AS aside \gset
CREATE SCHEMA :aside;
SELECT format('ALTER TABLE core.flight DETACH PARTITION %1$s; ALTER TABLE %1$s SET (autovacuum_enabled = off); ALTER TABLE %1$s SET SCHEMA %2$I',
              inhrelid::regclass, :'aside')
  FROM pg_inherits WHERE inhparent = 'core.flight'::regclass \gexec
DELETE FROM core.plane;
DELETE FROM core.airport;
DELETE FROM core.airline;
DELETE FROM etl.reject;
DELETE FROM etl.load;
VACUUM core.plane, core.airport, core.airline, etl.reject, etl.load;
CHECKPOINT;
