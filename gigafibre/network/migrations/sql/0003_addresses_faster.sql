-- Its parameter can be named only in a session that has loaded pg_trgm, which a call does.
SELECT public.word_similarity('a', 'a');
-- Drops by a typed address: the civic number is exact (a letter may follow it), words begin words of the address; when
-- none fits, words that resemble (trigrams), those with a digit still exact. `exact` tells the two apart.
-- `words` are folded and written out; `alone`: nothing but the beginning of a civic number is typed.
CREATE OR REPLACE FUNCTION network_addresses(civic integer, letter text, alone text, words text[], names text[], most integer)
RETURNS TABLE (drop_id bigint, exact boolean, score real)
LANGUAGE plpgsql STABLE SET pg_trgm.word_similarity_threshold = 0.4 AS $$
#variable_conflict use_variable
DECLARE
  starts text[] := ARRAY(SELECT '% ' || w || '%' FROM unnest(words) w);
  -- The longest word, then the two after it: what the index is asked for (it can't be asked for all of an array).
  long text[] := ARRAY(SELECT '% ' || w || '%' FROM unnest(words) w ORDER BY length(w) DESC LIMIT 3);
  name text := (SELECT w FROM unnest(names) w ORDER BY length(w) DESC LIMIT 1);
  probe text := '% ' || name || '%';
  digits text[] := ARRAY(SELECT '% ' || w || ' %' FROM unnest(words) w WHERE w ~ '\d');
BEGIN
  IF alone IS NOT NULL THEN
    -- 13 begins 13, 130 to 139, 1300 to 1399: ranges of an index, instead of every key.
    RETURN QUERY SELECT d.id, true, 1::real FROM network_drop d
      WHERE (d.civic_number = civic OR d.civic_number BETWEEN civic * 10 AND civic * 10 + 9
             OR d.civic_number BETWEEN civic * 100 AND civic * 100 + 99)
        AND d.civic_key LIKE alone || '%'
      ORDER BY d.civic_number, d.civic_key, d.street_key, d.id LIMIT most;
    RETURN;
  END IF;
  IF civic IS NOT NULL THEN
    RETURN QUERY
      SELECT d.id, true,
             (SELECT coalesce(avg((d.address_key LIKE '% ' || w || ' %')::int), 1) FROM unnest(words) w)::real AS fit
      FROM network_drop d
      WHERE d.civic_number = civic AND (letter = '' OR d.civic_key = civic || letter)
        AND d.address_key LIKE ALL (starts)
      ORDER BY fit DESC, (d.civic_key = civic || letter) DESC, d.street_key, d.civic_key, d.unit, d.id LIMIT most;
    IF FOUND OR cardinality(names) = 0 THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT n.id, false, n.likeness FROM (
        SELECT d.id, d.street_key, d.civic_key, avg(s.likeness)::real AS likeness, min(s.likeness) AS least
        FROM network_drop d CROSS JOIN unnest(names) w
        CROSS JOIN LATERAL (SELECT CASE WHEN d.address_key LIKE '% ' || w || '%' THEN 1
                                        ELSE word_similarity(w, d.address_key) END) s (likeness)
        WHERE d.civic_number = civic AND (letter = '' OR d.civic_key = civic || letter)
          AND d.address_key LIKE ALL (digits)
        GROUP BY d.id) n
      WHERE n.likeness >= 0.5 AND n.least >= 0.3
      ORDER BY n.likeness DESC, n.street_key, n.civic_key, n.id LIMIT most;
    RETURN;
  END IF;
  RETURN QUERY
    SELECT h.id, true, h.fit FROM (
      SELECT d.id, d.street_key, d.civic_number, d.civic_key,
             (SELECT avg((d.address_key LIKE '% ' || w || ' %')::int) FROM unnest(words) w)::real AS fit
      FROM network_drop d WHERE d.address_key LIKE long[1] AND d.address_key LIKE coalesce(long[2], '%')
        AND d.address_key LIKE coalesce(long[3], '%') AND d.address_key LIKE ALL (starts) LIMIT 300) h
    ORDER BY h.fit DESC, h.street_key, h.civic_number, h.civic_key, h.id LIMIT most;
  IF FOUND OR cardinality(names) = 0 THEN
    RETURN;
  END IF;
  -- People misspell streets, and a street has many drops: each text is measured once, then its first drops are taken.
  -- A name that begins a word needs no measuring, which is dear.
  RETURN QUERY
    WITH texts AS (
      SELECT DISTINCT c.street_key, c.address_key FROM (
        SELECT x.street_key, x.address_key FROM network_drop x
        WHERE (x.address_key LIKE probe OR name <% x.address_key) AND x.address_key LIKE ALL (digits) LIMIT 400) c
    ), measured AS (
      SELECT t.street_key, t.address_key, avg(s.likeness)::real AS likeness, min(s.likeness) AS least
      FROM texts t CROSS JOIN unnest(names) w
      CROSS JOIN LATERAL (SELECT CASE WHEN t.address_key LIKE '% ' || w || '%' THEN 1
                                      ELSE word_similarity(w, t.address_key) END) s (likeness)
      GROUP BY t.street_key, t.address_key
    ), likest AS (
      SELECT m.* FROM measured m WHERE m.likeness >= 0.5 AND m.least >= 0.3
      ORDER BY m.likeness DESC, m.street_key, m.address_key LIMIT most
    )
    SELECT d.id, false, l.likeness FROM likest l CROSS JOIN LATERAL (
      SELECT x.id, x.civic_number, x.civic_key FROM network_drop x
      WHERE x.street_key = l.street_key AND x.address_key = l.address_key
      ORDER BY x.civic_number, x.id LIMIT most) d
    ORDER BY l.likeness DESC, l.street_key, d.civic_number, d.civic_key, d.id LIMIT most;
END $$;
