-- A setting of an extension is known once the session has used it.
SELECT word_similarity('', '');

-- Words that nobody spells the same: one word resembles a name or a street (trigrams of the short text, by index), and
-- each of the others begins a word of the whole text or resembles the name; when that finds nothing, the whole texts of
-- some are compared, which is dear. Where every word stands as it is typed (a house number was wrong, that isn't asked
-- here), those are it: nothing is compared.
CREATE OR REPLACE FUNCTION crm_resembling(words text[], most integer)
RETURNS TABLE (customer_id bigint, location_id bigint, weight smallint, likeness real)
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  WITH plain AS MATERIALIZED (
    SELECT s.id, s.customer_id, s.location_id, s.weight, s.name, s.text FROM crm_searchtext s
    WHERE s.text LIKE '% ' || words[1] || '%'
      AND (SELECT bool_and(s.text LIKE '% ' || w || '%') FROM unnest(words[2:]) w) IS NOT FALSE
    LIMIT 300
  ), near AS MATERIALIZED (
    SELECT DISTINCT h.id FROM unnest(words) w
    CROSS JOIN LATERAL (SELECT s.id FROM crm_searchtext s WHERE w <% s.name LIMIT 1500) h
    WHERE NOT EXISTS (SELECT FROM plain)
  ), fits AS MATERIALIZED (
    SELECT s.id, s.customer_id, s.location_id, s.weight, s.name, s.text FROM near JOIN crm_searchtext s ON s.id = near.id
    WHERE (SELECT bool_and(s.text LIKE '% ' || w || '%' OR w <% s.name) FROM unnest(words) w)
    LIMIT 300
  ), loosely AS (
    SELECT s.id, s.customer_id, s.location_id, s.weight, s.name, s.text
    FROM (SELECT near.id FROM near ORDER BY near.id LIMIT 200) near JOIN crm_searchtext s ON s.id = near.id
    WHERE NOT EXISTS (SELECT FROM fits) AND (SELECT bool_and(w <% s.text) FROM unnest(words) w)
  )
  SELECT f.customer_id, f.location_id, f.weight, k.likeness
  FROM (SELECT * FROM plain UNION ALL SELECT * FROM fits UNION ALL SELECT * FROM loosely) f
  CROSS JOIN LATERAL (
    SELECT avg(CASE WHEN f.text LIKE '% ' || w || '%' THEN 1 ELSE word_similarity(w, f.name) END)::real AS likeness
    FROM unnest(words) w) k
  ORDER BY k.likeness DESC, f.weight DESC, f.id LIMIT most
$$;
