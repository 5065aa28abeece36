-- A copy of the year to experiment with, in a schema of its own. It has no index.
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS course CASCADE;
CREATE SCHEMA course;
CREATE TABLE course.flight AS
SELECT * FROM core.flight WHERE flight_date < '2014-01-01';
VACUUM ANALYZE course.flight;
-- pgAdmin logs in as this role.
GRANT USAGE ON SCHEMA course TO pgadmin;
GRANT SELECT ON course.flight TO pgadmin;
