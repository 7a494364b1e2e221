-- A unix time, of which 0, -1, the year 2038's end and mktime(0,0,0,0,0,0) all mean "none"; milliseconds happen, and what
-- is no moment of the years 1990 to 2099 either way is none.
CREATE FUNCTION legacy_moment(moment bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN moment IS NULL OR moment < 631152000 OR moment IN (943938000, 2147483647)
      OR moment BETWEEN 4102444800 AND 100000000000 OR moment > 4102444800000 THEN NULL
    WHEN moment > 100000000000 THEN to_timestamp(moment / 1000.0)
    ELSE to_timestamp(moment) END
$$;

-- The same as Montréal's day.
CREATE OR REPLACE FUNCTION legacy_day(moment bigint) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT timezone('America/Toronto', legacy_moment(moment))::date
$$;
