-- What is in a database, in lines that are equal for equal contents: a line for each table with its rows and the sum of
-- their hashes, whatever their order; a line for each sequence with its position; and a line for each kind of definition.
-- The hash is the one that hash partitions are made with, so it stays the same from version to version.
\set QUIET on
\pset format unaligned
\pset fieldsep '|'
\pset tuples_only on
-- The text of a row must not depend on settings of the server or of the database.
SET search_path = pg_catalog;
SET timezone = 'UTC';
SET datestyle = 'ISO, YMD';
SET intervalstyle = 'postgres';
SET bytea_output = 'hex';
SET extra_float_digits = 1;

-- The rows of a partitioned table are in its partitions, which are tables of their own. A table may have a column named t,
-- so the row is t.*.
SELECT format(
    'SELECT ''table'', %L, count(*), coalesce(sum(hashtextextended((t.*)::text COLLATE "C", 0)::numeric), 0) FROM ONLY %s AS t',
    c.oid::regclass, c.oid::regclass)
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname
\gexec

-- A restore fills a materialized view anew, so its rows may be newer than those in the dump.
SELECT 'matview', oid::regclass, 0, 0
FROM pg_class
WHERE relkind = 'm'
ORDER BY oid::regclass::text COLLATE "C";

SELECT format('SELECT ''sequence'', %L, last_value, is_called FROM %s', c.oid::regclass, c.oid::regclass)
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
ORDER BY n.nspname, c.relname
\gexec

WITH own AS (
    SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
),
-- After GRANT and REVOKE, an object has the default privileges in writing; after a restore, it just has them.
relation AS (
    SELECT oid, relowner, relkind,
           nullif(relacl, acldefault(CASE relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, relowner)) AS relacl
    FROM pg_class
    WHERE relnamespace IN (SELECT oid FROM own) AND relpersistence <> 't'
),
-- Those of an extension are as its version on this server has them.
routine AS (
    SELECT oid, proowner, prokind, nullif(proacl, acldefault('f', proowner)) AS proacl
    FROM pg_proc
    WHERE pronamespace IN (SELECT oid FROM own) AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
),
definition (kind, text) AS (
    SELECT 'columns', concat_ws(' ', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
                                pg_get_expr(adbin, adrelid))
    FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE attrelid IN (SELECT oid FROM relation WHERE relkind IN ('r', 'p', 'm', 'v')) AND attnum > 0 AND NOT attisdropped
    UNION ALL
    SELECT 'indexes', pg_get_indexdef(oid) FROM relation WHERE relkind IN ('i', 'I')
    UNION ALL
    -- Since version 18, NOT NULL is a constraint as well; above, it is part of the column.
    SELECT 'constraints', concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid))
    FROM pg_constraint
    WHERE conrelid IN (SELECT oid FROM relation) AND contype <> 'n'
    UNION ALL
    SELECT 'own routines', pg_get_functiondef(oid) FROM routine WHERE prokind IN ('f', 'p')
    UNION ALL
    SELECT 'views', pg_get_viewdef(oid) FROM relation WHERE relkind IN ('v', 'm')
    UNION ALL
    SELECT 'owners', concat_ws(' ', oid::regclass, relowner::regrole) FROM relation
    UNION ALL
    SELECT 'grants', concat_ws(' ', object, privilege_type, CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
    FROM (
        SELECT oid::regclass::text AS object, relacl AS acl FROM relation
        UNION ALL SELECT oid::regprocedure::text, proacl FROM routine
        UNION ALL SELECT oid::regnamespace::text, nullif(nspacl, acldefault('n', nspowner))
        FROM pg_namespace WHERE nspowner = 'etl'::regrole
        UNION ALL SELECT concat_ws(' ', defaclrole::regrole, defaclnamespace, defaclobjtype), defaclacl
        FROM pg_default_acl WHERE defaclnamespace = 0
        UNION ALL SELECT proc.oid::regprocedure::text, proacl
        FROM pg_proc AS proc WHERE proname ~ '^pg_(try_)?advisory_|^(lo_|loread|lowrite)'
    ) AS granted, aclexplode(acl)
)
-- Of a varchar in a list, such as CHECK (state IN ('new', 'paid')), the casts are elsewhere after a restore.
SELECT 'definition', kind, count(*), sum(hashtextextended(
    CASE WHEN text ~ 'ARRAY\[.*::character varying'
        THEN regexp_replace(text, '::(character varying|text)(\[\])?|[()]', '', 'g') ELSE text END COLLATE "C", 0)::numeric)
FROM definition
GROUP BY kind
ORDER BY kind;
