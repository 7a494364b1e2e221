-- An address as it is compared: folded, abbreviations written out (crm/addresses.py has the same list), padded.
CREATE FUNCTION crm_canonical(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT ' ' || coalesce(string_agg(CASE w
    WHEN 'app' THEN 'appartement' WHEN 'apt' THEN 'appartement' WHEN 'av' THEN 'avenue' WHEN 'ave' THEN 'avenue'
    WHEN 'blvd' THEN 'boulevard' WHEN 'boul' THEN 'boulevard' WHEN 'ch' THEN 'chemin' WHEN 'chem' THEN 'chemin'
    WHEN 'e' THEN 'est' WHEN 'mt' THEN 'mont' WHEN 'mtee' THEN 'montee' WHEN 'n' THEN 'nord' WHEN 'o' THEN 'ouest'
    WHEN 'pl' THEN 'place' WHEN 'rg' THEN 'rang' WHEN 'rte' THEN 'route' WHEN 's' THEN 'sud' WHEN 'st' THEN 'saint'
    WHEN 'ste' THEN 'sainte' WHEN 'terr' THEN 'terrasse' WHEN 'w' THEN 'ouest' ELSE w END, ' ' ORDER BY n), '') || ' '
  FROM (SELECT rtrim(word, '.') AS w, n
        FROM unnest(string_to_array(public.fold($1), ' ')) WITH ORDINALITY y(word, n)) x
$$;
