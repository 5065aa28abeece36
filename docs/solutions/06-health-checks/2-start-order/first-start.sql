-- Stands for a dump that is read at the first start.
SELECT pg_sleep(2);
