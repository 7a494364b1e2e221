-- The number a civic number begins with (`1482A`, `1482-1484`: 1482); what fits no integer is none.
CREATE FUNCTION network_civic_number(civic text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT substring($1 from '^\s*(\d{1,9})')::integer
$$;
-- A civic number as it is compared: `1482 A` and `1482-a` are `1482a`.
CREATE FUNCTION network_civic_key(civic text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT regexp_replace(public.fold($1), '[^a-z0-9]+', '', 'g')
$$;
