-- Group roles. The postgres image makes them; elsewhere (demo, tests) they are made here.
-- Looked for first, because the owner of the warehouse may lack CREATEROLE.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['orchestrator', 'analyst'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
    END LOOP;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this server was migrated at the same moment
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'Group role % is missing and % may not create it', wanted, current_user
            USING HINT = format('As a superuser: CREATE ROLE %I NOLOGIN;', wanted);
END
$$;
