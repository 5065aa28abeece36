-- Where did one plane fly? The plan says which pages PostgreSQL reads to answer that.
EXPLAIN (ANALYZE, BUFFERS)
SELECT flight_date, origin, dest
  FROM course.flight
 WHERE tailnum = 'N355AA'
 ORDER BY flight_date;
