-- What customers and their places are found by, kept up to date by statement: once per statement, however many rows.
CREATE FUNCTION crm_search_weight(status text) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE status WHEN 'terminated' THEN 0 WHEN 'prospect' THEN 1 ELSE 2 END::smallint
$$;

CREATE FUNCTION crm_refresh_search(ids bigint[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO crm_searchtext (customer_id, location_id, weight, name, text)
  SELECT c.id, NULL, crm_search_weight(c.status), crm_canonical(n.name),
         crm_canonical(concat_ws(' ', n.name, c.number, c.legacy_customer_id, c.line1, c.line2, c.city, c.postal_code,
                                 replace(c.postal_code, ' ', ''), reach.people, reach.points, places.addresses))
  FROM crm_customer c
  CROSS JOIN LATERAL (SELECT concat_ws(' ', c.display_name, nullif(c.company, c.display_name),
    CASE WHEN position(c.last_name IN c.display_name) = 0 THEN c.last_name END,
    CASE WHEN position(c.first_name IN c.display_name) = 0 THEN c.first_name END) AS name) n
  LEFT JOIN LATERAL (
    SELECT string_agg(DISTINCT k.name, ' ') AS people, string_agg(DISTINCT p.value, ' ') AS points
    FROM crm_contact k LEFT JOIN crm_contactpoint p ON p.contact_id = k.id WHERE k.customer_id = c.id) reach ON true
  LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', l.line1, l.city, l.postal_code), ' ' ORDER BY l.id) AS addresses
    FROM crm_location l WHERE l.customer_id = c.id) places ON true
  WHERE c.id = ANY(ids)
  ON CONFLICT (customer_id) WHERE location_id IS NULL DO UPDATE
    SET weight = excluded.weight, name = excluded.name, text = excluded.text
  WHERE (crm_searchtext.weight, crm_searchtext.name, crm_searchtext.text)
        IS DISTINCT FROM (excluded.weight, excluded.name, excluded.text);

  INSERT INTO crm_searchtext (customer_id, location_id, weight, name, text)
  SELECT l.customer_id, l.id, crm_search_weight(c.status), crm_canonical(l.line1),
         crm_canonical(concat_ws(' ', l.line1, l.line2, l.city, l.postal_code, replace(l.postal_code, ' ', ''), l.number,
                                 l.label, l.contact_name, l.contact_email, l.contact_phone, l.contact_mobile,
                                 c.display_name))
  FROM crm_location l JOIN crm_customer c ON c.id = l.customer_id
  WHERE l.customer_id = ANY(ids)
  ON CONFLICT (location_id) DO UPDATE
    SET customer_id = excluded.customer_id, weight = excluded.weight, name = excluded.name, text = excluded.text
  WHERE (crm_searchtext.customer_id, crm_searchtext.weight, crm_searchtext.name, crm_searchtext.text)
        IS DISTINCT FROM (excluded.customer_id, excluded.weight, excluded.name, excluded.text);
$$;

CREATE FUNCTION crm_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids bigint[];
  whose text := TG_ARGV[0];
BEGIN
  IF TG_OP = 'INSERT' THEN
    EXECUTE format('SELECT array_agg(DISTINCT %I) FROM new_rows', whose) INTO ids;
  ELSIF TG_OP = 'UPDATE' THEN
    EXECUTE format('SELECT array_agg(DISTINCT x) FROM (SELECT %1$I FROM new_rows UNION SELECT %1$I FROM old_rows) u(x)',
                   whose) INTO ids;
  ELSE
    EXECUTE format('SELECT array_agg(DISTINCT %I) FROM old_rows', whose) INTO ids;
  END IF;
  IF ids IS NOT NULL THEN
    PERFORM crm_refresh_search(ids);
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('crm_customer', 'id'), ('crm_contact', 'customer_id'),
                                 ('crm_contactpoint', 'customer_id'), ('crm_location', 'customer_id')) v(name, whose)
  LOOP
    EXECUTE format('CREATE TRIGGER %1$s_search_i AFTER INSERT ON %1$s REFERENCING NEW TABLE AS new_rows '
                   'FOR EACH STATEMENT EXECUTE FUNCTION crm_search_changed(%2$L)', t.name, t.whose);
    EXECUTE format('CREATE TRIGGER %1$s_search_u AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS old_rows '
                   'NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crm_search_changed(%2$L)', t.name, t.whose);
    IF t.name IN ('crm_contact', 'crm_contactpoint') THEN
      EXECUTE format('CREATE TRIGGER %1$s_search_d AFTER DELETE ON %1$s REFERENCING OLD TABLE AS old_rows '
                     'FOR EACH STATEMENT EXECUTE FUNCTION crm_search_changed(%2$L)', t.name, t.whose);
    END IF;
  END LOOP;
END $$;

-- Words that nobody spells the same: one word resembles a name or a street (trigrams of the short text, by index), and
-- each of the others begins a word of the whole text or resembles the name; when that finds nothing, the whole texts of
-- some are compared, which is dear.
CREATE FUNCTION crm_resembling(words text[], most integer)
RETURNS TABLE (customer_id bigint, location_id bigint, weight smallint, likeness real)
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  WITH near AS MATERIALIZED (
    SELECT DISTINCT h.id FROM unnest(words) w
    CROSS JOIN LATERAL (SELECT s.id FROM crm_searchtext s WHERE w <% s.name LIMIT 1500) h
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
  FROM (SELECT * FROM fits UNION ALL SELECT * FROM loosely) f
  CROSS JOIN LATERAL (
    SELECT avg(CASE WHEN f.text LIKE '% ' || w || '%' THEN 1 ELSE word_similarity(w, f.name) END)::real AS likeness
    FROM unnest(words) w) k
  ORDER BY k.likeness DESC, f.weight DESC, f.id LIMIT most
$$;
