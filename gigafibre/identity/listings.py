"""The list of staff."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, View
from gigafibre.kernel.text import Text, current_language

ROLE = Text("Rôle", "Role")
SECOND_FACTOR = Text("Double vérification", "Second factor")
ACTIVE = Text("Actif", "Active")


def _now() -> dict[str, Any]:
    return {"now": clock.now(), "english": current_language() == "en"}


USERS = Listing(
    name="users",
    label=Text("Utilisateurs", "Users"),
    permission="identity.read",
    source="""
        SELECT u.id, u.username, u.email, u.phone, u.extension, u.language, u.is_active AS active,
               coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username) AS name,
               fold(u.last_name || ' ' || u.first_name || ' ' || u.username) AS sort_key,
               u.is_active AND (u.password NOT LIKE '!%%'
                 OR EXISTS (SELECT FROM identity_passkey k WHERE k.user_id = u.id)
                 OR EXISTS (SELECT FROM identity_outsideidentity o WHERE o.user_id = u.id)) AS can_enter,
               (SELECT coalesce(array_agg(CASE WHEN %(english)s THEN r.name_en ELSE r.name_fr END ORDER BY r.id), '{}')
                FROM identity_user_roles ur JOIN identity_role r ON r.id = ur.role_id WHERE ur.user_id = u.id) AS roles,
               (SELECT coalesce(array_agg(r.code::text ORDER BY r.id), '{}')
                FROM identity_user_roles ur JOIN identity_role r ON r.id = ur.role_id
                WHERE ur.user_id = u.id) AS role_codes,
               (SELECT coalesce(array_agg(CASE WHEN %(english)s THEN d.name_en ELSE d.name_fr END
                                   ORDER BY d.code), '{}')
                FROM identity_user_departments ud JOIN identity_department d ON d.id = ud.department_id
                WHERE ud.user_id = u.id) AS departments,
               (SELECT coalesce(array_agg(d.code::text ORDER BY d.code), '{}')
                FROM identity_user_departments ud JOIN identity_department d ON d.id = ud.department_id
                WHERE ud.user_id = u.id) AS department_codes,
               (SELECT max(a.at) FROM identity_loginattempt a
                WHERE a.user_id = u.id AND a.outcome = 'in') AS entered_at,
               (SELECT count(*)::int FROM identity_session s
                WHERE s.user_id = u.id AND s.expire_date > %(now)s) AS sessions,
               EXISTS (SELECT FROM identity_totp f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
               OR EXISTS (SELECT FROM identity_passkey k WHERE k.user_id = u.id) AS second_factor,
               (SELECT max(b.until) FROM identity_loginbrake b
                WHERE b.account = lower(u.username) AND b.address = '*' AND b.until > %(now)s) AS locked_until,
               fold(u.last_name || ' ' || u.first_name || ' ' || u.username || ' ' || u.email || ' ' || u.extension)
                 AS search_key
        FROM identity_user u""",
    values=_now,
    columns=[
        Column("name", Text("Nom", "Name"), sort="sort_key"),
        Column("username", Text("Nom d’utilisateur", "User name"), kind="id"),
        Column("roles", Text("Rôles", "Roles"), kind="words"),
        Column("departments", Text("Départements", "Departments"), kind="words"),
        Column("extension", Text("Poste", "Extension")),
        Column("email", Text("Courriel", "Email")),
        Column("phone", Text("Téléphone", "Phone"), off=True),
        Column("language", Text("Langue", "Language"), off=True),
        Column("entered_at", Text("Dernière entrée", "Last login"), kind="instant", sort=True, nullable=True),
        Column("sessions", Text("Sessions", "Sessions"), kind="number", sort=True, off=True),
        Column("active", ACTIVE, kind="flag"),
        Column("second_factor", SECOND_FACTOR, kind="flag", off=True),
        Column(
            "locked_until",
            Text("Verrouillé jusqu’à", "Locked until"),
            kind="instant",
            sort=True,
            nullable=True,
            off=True,
        ),
        Column("can_enter", Text("Peut entrer", "Can enter"), kind="flag", off=True),
        Column("role_codes", Text("Codes des rôles", "Codes of the roles"), kind="words", off=True),
        Column("department_codes", Text("Codes des départements", "Codes of the departments"), kind="words", off=True),
    ],
    filters=[
        Filter("active", ACTIVE, kind="flag"),
        Filter("role", ROLE, kind="text", where="%(value)s = ANY(r.role_codes)"),
        Filter(
            "department", Text("Département", "Department"), kind="text", where="%(value)s = ANY(r.department_codes)"
        ),
        Filter("second_factor", SECOND_FACTOR, kind="flag"),
        Filter("can_enter", Text("Peut entrer", "Can enter"), kind="flag"),
    ],
    views=[
        View("active", Text("Actifs", "Active"), {"active": "true"}),
        View("inactive", Text("Désactivés", "Deactivated"), {"active": "false"}),
        View("all", Text("Tous", "All")),
    ],
    search="search_key",
    default_sort="name",
)
