-- Datasets whose members the rows of this one must name. Their loads that were requested before go first.
ALTER TABLE etl.dataset ADD COLUMN needs text[] NOT NULL DEFAULT '{}';
