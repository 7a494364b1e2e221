"""The statements of `merge`, in the order in which it runs them; what stands in braces is told there."""

SUPPOSED = """
UPDATE {want} w SET {column} = t.{column} FROM {target} t
WHERE w.{flag} AND t.legacy_id = w.legacy_id AND t.{column} IS NOT NULL AND t.{column} IS DISTINCT FROM w.{column}
  AND EXISTS (SELECT FROM legacy_legacyrow m WHERE m.target = {name} AND m.legacy_id = w.legacy_id)
"""
CHANGED = """
CREATE TEMP TABLE changed_rows AS
SELECT w.legacy_id, m.print AS old_print, m.parts AS old_parts, {print_w} AS new_print, {mark} AS mark,
       m.mark IS DISTINCT FROM {mark} AS other_secrets, false AS secrets_differ, false AS touched, false AS conflict
FROM {want} w JOIN legacy_legacyrow m ON m.target = {name} AND m.legacy_id = w.legacy_id
WHERE m.print <> {print_w} OR m.mark IS DISTINCT FROM {mark}
"""
CHANGED_HERE = """
CREATE TEMP TABLE touched_rows ON COMMIT DROP AS
SELECT t.legacy_id FROM {target} t JOIN legacy_legacyrow m ON m.target = {name} AND m.legacy_id = t.legacy_id
WHERE m.print <> {print_t}
"""
# What no more stands here was touched as well.
TOUCHED = """
UPDATE changed_rows c SET touched = true
WHERE NOT EXISTS (SELECT FROM {target} t WHERE t.legacy_id = c.legacy_id AND {print_t} = c.old_print AND NOT ({ours}))
"""
SEALED = """
SELECT c.legacy_id, m.mark, c.mark, {secrets} FROM changed_rows c JOIN {target} t ON t.legacy_id = c.legacy_id
JOIN legacy_legacyrow m ON m.target = {name} AND m.legacy_id = c.legacy_id WHERE c.other_secrets
"""
STAYS_DELETED = """
UPDATE changed_rows c SET conflict = true WHERE NOT EXISTS (SELECT FROM {target} t WHERE t.legacy_id = c.legacy_id)
"""
# Listed at every import, whether or not it changed there: a row of the source that isn't here.
DELETED_HERE = """
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, field, ours, theirs)
SELECT {run}, CASE WHEN {beside} THEN 'part_deleted_here' ELSE 'deleted_here' END, {source}, {row}, '', {ours_in},
       '', '' FROM {want} w JOIN legacy_legacyrow c ON c.target = {name} AND c.legacy_id = w.legacy_id
WHERE NOT EXISTS (SELECT FROM {target} t WHERE t.legacy_id = c.legacy_id) ORDER BY c.legacy_id
"""
# A column whose hash is the old one is no news: we changed it, the source did not.
NEWS = """
CREATE TEMP TABLE news_kept AS
SELECT c.legacy_id, {number} AS number, f.place, f.name, f.ours, f.theirs
FROM changed_rows c JOIN {want} w ON w.legacy_id = c.legacy_id JOIN {target} t ON t.legacy_id = c.legacy_id
CROSS JOIN LATERAL (VALUES {fields}) f (place, name, ours, theirs, differs, part)
WHERE c.touched AND f.differs
  AND (f.place = 0 OR c.old_parts IS NULL OR c.old_parts[f.place] IS DISTINCT FROM f.part)
"""
LIST = """
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, field, ours, theirs)
SELECT {run}, 'conflict', {source}, {row}, c.number, c.name, c.ours, c.theirs FROM news_kept c
ORDER BY c.legacy_id, c.place
"""
CONFLICTS = """
UPDATE changed_rows c SET conflict = true WHERE c.legacy_id IN (SELECT legacy_id FROM news_kept)
"""
ASIDE = """
UPDATE {target} t SET {column} = {meanwhile} FROM {want} w JOIN changed_rows c ON c.legacy_id = w.legacy_id
WHERE t.legacy_id = w.legacy_id AND NOT c.touched AND t.{column} IS DISTINCT FROM w.{column}
"""
UPDATE = """
UPDATE {target} t SET {sets} FROM {want} w JOIN changed_rows c ON c.legacy_id = w.legacy_id
WHERE t.legacy_id = w.legacy_id AND NOT c.touched
"""
# Where our row took the news, or already says it, the source's word is what the next one is compared with; of a row
# touched here that keeps what we supposed, it stays what we wrote: else it would pass for untouched.
REPRINT = """
UPDATE legacy_legacyrow m SET print = c.new_print, mark = c.mark, parts = {parts}
FROM changed_rows c JOIN {want} w ON w.legacy_id = c.legacy_id
WHERE m.target = {name} AND m.legacy_id = c.legacy_id AND NOT c.conflict
  AND NOT (c.touched AND ({supposed}))
"""
GONE = """
INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, field, ours, theirs)
SELECT {run}, 'gone_from_source', {source}, {row}, {number}, {ours_in}, '', ''
FROM legacy_legacyrow c JOIN {target} t ON t.legacy_id = c.legacy_id
WHERE c.target = {name} AND NOT EXISTS (SELECT FROM {want} w WHERE w.legacy_id = c.legacy_id) ORDER BY c.legacy_id
"""
NEW = """
SELECT w.legacy_id FROM {want} w
WHERE NOT EXISTS (SELECT FROM legacy_legacyrow m WHERE m.target = {name} AND m.legacy_id = w.legacy_id) ORDER BY 1
"""
INSERT = """
INSERT INTO {target} ({columns}) SELECT {values} FROM {want} w
WHERE NOT EXISTS (SELECT FROM legacy_legacyrow m WHERE m.target = {name} AND m.legacy_id = w.legacy_id)
ORDER BY w.legacy_id
"""
REMEMBER = """
INSERT INTO legacy_legacyrow (target, legacy_id, print, mark, parts)
SELECT {name}, w.legacy_id, {print_w}, {mark}, {parts} FROM {want} w
WHERE NOT EXISTS (SELECT FROM legacy_legacyrow m WHERE m.target = {name} AND m.legacy_id = w.legacy_id)
"""
