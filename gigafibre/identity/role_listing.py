"""The roles as a list: what each may do, whether that was edited, how many hold it."""

from __future__ import annotations

import json
from typing import Any

from gigafibre.identity.permissions import known_permissions
from gigafibre.identity.roles import SHIPPED
from gigafibre.kernel.listing import Column, Filter, Listing, View
from gigafibre.kernel.text import Text, current_language

EDITED, FACTOR = Text("Modifié", "Edited"), Text("Deuxième facteur exigé", "Second factor demanded")


def _known() -> dict[str, Any]:
    shipped = {code: sorted(role.permissions) for code, role in SHIPPED.items()}
    return {
        "language": current_language(),
        "shipped": json.dumps(shipped),
        "known": sorted(known_permissions()),
    }


ROLES = Listing(
    name="roles",
    label=Text("Rôles", "Roles"),
    permission="identity.read",
    # A role is given everything (`*`), all of an app (`crm.*`) or single permissions.
    source="""
        SELECT o.*, fold(o.label) AS sort_key, '*' = ANY(o.permissions) AS everything,
               (SELECT count(*)::int FROM unnest(%(known)s::text[]) AS k(code)
                WHERE o.permissions && ARRAY['*', split_part(k.code, '.', 1) || '.*', k.code]) AS may,
               fold(concat_ws(' ', o.code, o.name_fr, o.name_en)) AS search_key
        FROM (
          SELECT r.id, r.code::text AS code, r.name_fr, r.name_en, r.second_factor, r.permissions IS NOT NULL AS edited,
                 CASE %(language)s WHEN 'en' THEN r.name_en ELSE r.name_fr END AS label,
                 ARRAY(SELECT jsonb_array_elements_text(coalesce(r.permissions, %(shipped)s::jsonb -> r.code, '[]'))
                       ORDER BY 1) AS permissions,
                 (SELECT count(*)::int FROM identity_user_roles h JOIN identity_user u ON u.id = h.user_id
                  WHERE h.role_id = r.id AND u.is_active) AS users
          FROM identity_role r) o""",
    values=_known,
    columns=[
        Column("label", Text("Rôle", "Role"), sort="sort_key"),
        Column("may", Text("Peut", "May"), kind="number", sort=True),
        Column("users", Text("Personnes", "People"), kind="number", sort=True),
        Column("edited", EDITED, kind="flag"),
        Column("second_factor", FACTOR, kind="flag"),
        Column("permissions", Text("Permissions", "Permissions"), kind="words", off=True),
        Column("code", Text("Code", "Code"), kind="id", off=True),
    ],
    filters=[
        Filter("edited", EDITED, kind="flag"),
        Filter("second_factor", FACTOR, kind="flag"),
        Filter(
            "permission",
            Text("Permission", "Permission"),
            kind="text",
            where="r.permissions && ARRAY['*', split_part(%(value)s, '.', 1) || '.*', %(value)s]",
        ),
        Filter("held", Text("Tenu par quelqu’un", "Held by somebody"), kind="flag", where="(r.users > 0) = %(value)s"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("edited", Text("Modifiés", "Edited"), {"edited": "true"}),
    ],
    search="search_key",
    default_sort="label",
)
