-- The ledger of all loads. It is the queue as well: what is requested here, a worker claims.
CREATE TABLE etl.dataset (
    name    text    PRIMARY KEY,
    monthly boolean NOT NULL,
    -- Datasets whose members the rows of this one must name. Their loads that were requested before go first.
    needs   text[]  NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE etl.dataset IS 'What can be requested; written by etl-service from its declarations.';

CREATE TABLE etl.load (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset       text        NOT NULL REFERENCES etl.dataset,
    period        text        NOT NULL CHECK (period = 'all' OR period ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$'),
    file          text,
    sha256        text,
    requested_by  text        NOT NULL,
    status        text        NOT NULL DEFAULT 'requested'
                  CHECK (status IN ('requested', 'running', 'done', 'failed')),
    attempt       integer     NOT NULL DEFAULT 0,
    rows_read     bigint,
    rows_loaded   bigint,
    rows_rejected bigint,
    requested_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at    timestamptz,
    finished_at   timestamptz,
    error         text,
    -- The lease: who holds this load, until when, on which back end.
    fence         bigint      NOT NULL DEFAULT 0,
    worker        text,
    lease_until   timestamptz,
    not_before    timestamptz NOT NULL DEFAULT '-infinity',
    backend_pid   integer,
    backend_start timestamptz,
    deaths        integer     NOT NULL DEFAULT 0,
    waits_for     text,
    CHECK (status <> 'done' OR rows_read = rows_loaded + rows_rejected),
    CHECK (status <> 'failed' OR error IS NOT NULL),
    CHECK (waits_for IS NULL OR status IN ('requested', 'running')),
    CHECK (status <> 'running' OR (worker IS NOT NULL AND lease_until IS NOT NULL))
);
COMMENT ON COLUMN etl.load.fence IS 'Grows with every claim; a worker that comes back with an old one is refused.';
COMMENT ON COLUMN etl.load.deaths IS 'Attempts that ended without a word: the worker died or stalled.';
COMMENT ON COLUMN etl.load.waits_for IS 'Who reads what this load is about to replace, while it waits for them.';
COMMENT ON COLUMN etl.load.worker IS 'The application_name of the back end that loads.';

-- For the next claim; why id + 0 is told there (Claiming).
CREATE INDEX load_waiting ON etl.load (dataset, (id + 0)) WHERE status IN ('requested', 'running');
-- Two workers never write the same period, whoever asked.
CREATE UNIQUE INDEX load_one_running ON etl.load (dataset, period) WHERE status = 'running';
-- Nor do two loads run at once of which each may be the one that kills workers.
CREATE UNIQUE INDEX load_one_suspect ON etl.load ((true)) WHERE status = 'running' AND deaths > 0;
CREATE INDEX load_by_period ON etl.load (dataset, period, id);

-- Whose turn it is to request: etl.request_load locks the row of its period, so that two equal requests see each other.
CREATE TABLE etl.turn (
    dataset text NOT NULL REFERENCES etl.dataset,
    period  text NOT NULL,
    PRIMARY KEY (dataset, period)
);
COMMENT ON TABLE etl.turn IS 'A row for each period that was ever requested; there to be locked.';

-- The quarantine: input rows that broke a rule, as they stood in the file.
CREATE TABLE etl.reject (
    load_id     bigint NOT NULL REFERENCES etl.load ON DELETE CASCADE,
    line        bigint NOT NULL,
    raw         text   NOT NULL,
    column_name text,
    reason      text   NOT NULL,
    PRIMARY KEY (load_id, line)
);
COMMENT ON COLUMN etl.reject.column_name IS 'NULL when the line as a whole is at fault.';
COMMENT ON COLUMN etl.reject.reason IS 'code: explanation';
