-- Functions that everybody may call by default, and that reach beyond the caller's own session. Asked of the catalogue,
-- because each has several forms.
SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', oid::regprocedure)
FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace
  AND (
      -- Locks with a number, which anybody can hold, for ever, and so many that no other lock finds a place.
      proname ~ '^pg_(try_)?advisory_'
      -- Large objects: a way to write for who has no right to write anything.
      OR proname ~ '^(lo_|loread|lowrite)'
      -- Into the write-ahead log, and a file for each call.
      OR proname IN ('pg_logical_emit_message', 'pg_export_snapshot')
  )
\gexec

-- Flyway and Airflow each hold such a lock while they migrate, in the database that is theirs.
SELECT format('GRANT EXECUTE ON FUNCTION %s TO %I', oid::regprocedure, :'owner')
FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_(try_)?advisory_'
\gexec
