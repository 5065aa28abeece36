-- orchestrator: requests loads, refreshes marts, reads all. analyst: reads core and mart.
-- Ownership stays with the role that migrates, and only it writes.
GRANT USAGE ON SCHEMA etl TO orchestrator;
GRANT SELECT ON etl.dataset, etl.load, etl.reject TO orchestrator;

GRANT USAGE ON SCHEMA core, mart TO orchestrator, analyst;
GRANT SELECT ON ALL TABLES IN SCHEMA core, mart TO orchestrator, analyst;
-- For the partitions and tables to come.
ALTER DEFAULT PRIVILEGES IN SCHEMA core GRANT SELECT ON TABLES TO orchestrator, analyst;
ALTER DEFAULT PRIVILEGES IN SCHEMA mart GRANT SELECT ON TABLES TO orchestrator, analyst;
