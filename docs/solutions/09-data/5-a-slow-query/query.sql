-- Where did one plane fly? The plan says which pages PostgreSQL reads to answer that.
-- One process is enough, and its plan is easier to read.
SET max_parallel_workers_per_gather = 0;
EXPLAIN (ANALYZE, BUFFERS)
SELECT flight_date, origin, dest
  FROM course.flight
 WHERE tailnum = 'N355AA'
 ORDER BY flight_date;
