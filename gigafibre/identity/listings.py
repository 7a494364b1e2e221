"""The lists of staff and of one's own notices."""

from __future__ import annotations

from typing import Any

from gigafibre.identity.permissions import ONESELF
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor, someone_acts
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
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
        Column("departments", Text("Départements", "Departments"), kind="words", off=True),
        Column("extension", Text("Poste", "Extension"), off=True),
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

KIND = Text("Genre", "Kind")
#: What a notice may be about, by the word it is told with.
NOTICE_KINDS = {
    "account_locked": Text("Compte verrouillé", "Locked account"),
    "login_changed": Text("Connexion changée", "Login changed"),
    "batch": Text("Action sur plusieurs", "Action on many"),
    "billing_run": Text("Facturation", "Billing"),
    "departure": Text("Départ d’un client", "Customer leaving"),
    "import": Text("Importation", "Import"),
    "issue": Text("Billet", "Issue"),
    "ledger.check": Text("Comptabilité", "Accounting"),
    "planned_change": Text("Changement planifié", "Planned change"),
    "privacy": Text("Vie privée", "Privacy"),
    "webhooks": Text("Webhooks", "Webhooks"),
}
READ = {"unread": Text("Non lu", "Unread"), "read": Text("Lu", "Read")}


def _own() -> dict[str, Any]:
    # The system, which tries every list, sees everybody's.
    actor = current_actor() if someone_acts() else None
    staff = actor is not None and actor.kind == "staff"
    return {
        "me": actor.id if actor is not None and staff else None,
        "everybody": actor is not None and actor.kind == "system",
        "english": current_language() == "en",
    }


NOTICES = Listing(
    name="notices",
    label=Text("Avis", "Notices"),
    permission=ONESELF,
    source="""
        SELECT n.id, n.id AS notice, n.kind, CASE WHEN %(english)s THEN n.text_en ELSE n.text_fr END AS text, n.url,
               n.at, n.read_at, CASE WHEN n.read_at IS NULL THEN 'unread' ELSE 'read' END AS state,
               fold(n.text_fr || ' ' || n.text_en) AS search_key
        FROM identity_notice n WHERE n.user_id = %(me)s OR %(everybody)s""",
    values=_own,
    columns=[
        Column("text", Text("Avis", "Notice")),
        Column("kind", KIND, kind="choice", options=NOTICE_KINDS),
        Column("at", Text("Le", "At"), kind="instant", sort="id"),
        Column("state", Text("État", "State"), kind="choice", options=READ),
        Column("read_at", Text("Lu le", "Read at"), kind="instant", sort=True, nullable=True, off=True),
        Column("url", Text("Mène à", "Leads to"), off=True),
        Column("notice", Text("Numéro", "Number"), kind="number", off=True),
    ],
    filters=[
        Filter("state", Text("État", "State"), options=READ),
        Filter("kind", KIND, options=NOTICE_KINDS),
        *between("at", Text("Le", "At"), kind="day", column="at"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("unread", Text("Non lus", "Unread"), {"state": "unread"}),
    ],
    search="search_key",
    default_sort="-at",
    verbs=[
        Verb("identity.mark_notice_read", "notice", column="notice"),
        Verb("identity.mark_notice_unread", "notice", column="notice"),
    ],
)
