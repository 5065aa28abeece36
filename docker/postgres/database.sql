-- Functions that every role may call by default, and that affect more than the caller's own session. Selected from the
-- catalog, because each has several overloads.
SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', oid::regprocedure)
FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace
  AND (
      -- Advisory locks: any role can hold them forever, and so many that the lock table is full.
      proname ~ '^pg_(try_)?advisory_'
      -- Large objects: a way to write for roles without any write privileges.
      OR proname ~ '^(lo_|loread|lowrite)'
      -- Writes to the write-ahead log, and one file per call.
      OR proname IN ('pg_logical_emit_message', 'pg_export_snapshot')
  )
\gexec

-- Flyway and Airflow each hold such a lock while they migrate, in their own database.
SELECT format('GRANT EXECUTE ON FUNCTION %s TO %I', oid::regprocedure, :'owner')
FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_(try_)?advisory_'
\gexec
