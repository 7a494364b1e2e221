CREATE SCHEMA IF NOT EXISTS legacy_stage;
GRANT USAGE, CREATE ON SCHEMA legacy_stage TO gigafibre_importer;

-- A unix time as Montréal's day. 0, -1, the year 2038's end and mktime(0,0,0,0,0,0) all mean "none"; milliseconds happen.
CREATE FUNCTION legacy_day(moment bigint) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN moment IS NULL OR moment < 631152000 OR moment IN (943938000, 2147483647)
      OR moment BETWEEN 4102444800 AND 100000000000 THEN NULL
    WHEN moment > 100000000000 THEN timezone('America/Toronto', to_timestamp(moment / 1000.0))::date
    ELSE timezone('America/Toronto', to_timestamp(moment))::date END
$$;

-- One line of text: no control characters, single spaces.
CREATE FUNCTION legacy_clean(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(btrim(regexp_replace(value, '[[:cntrl:]\s\u00A0]+', ' ', 'g')), '')
$$;

-- Several lines of text: only carriage returns and spaces around go.
CREATE FUNCTION legacy_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(btrim(replace(value, E'\r', ''), E' \n\t'), '')
$$;

CREATE FUNCTION legacy_postal(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN z ~ '^[A-Z][0-9][A-Z][0-9][A-Z][0-9]$' THEN left(z, 3) || ' ' || right(z, 3) ELSE left(coalesce(upper(btrim(value)), ''), 16) END
  FROM (SELECT upper(regexp_replace(coalesce(value, ''), '[^A-Za-z0-9]', '', 'g')) AS z) x
$$;

CREATE FUNCTION legacy_phone(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN d ~ '^1?[2-9][0-9]{9}$' THEN '+1' || right(d, 10) ELSE legacy_clean(value) END
  FROM (SELECT regexp_replace(coalesce(value, ''), '[^0-9]', '', 'g') AS d) x
$$;
