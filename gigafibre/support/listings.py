"""The list of issues: everybody's, mine, my departments', nobody's."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.actor import current_actor, someone_acts
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.text import Text, current_language
from gigafibre.support.labels import AWAITED, KINDS, PRIORITIES, SOURCES, STATUSES

CUSTOMER = Text("Client", "Customer")
STATUS = Text("État", "Status")
KIND = Text("Genre", "Kind")
PRIORITY = Text("Priorité", "Priority")
CONTRACT = Text("Contrat", "Contract")
DEPARTMENT = Text("Département", "Department")
SOURCE = Text("Origine", "Source")
OPENED = Text("Ouvert le", "Opened on")
OPEN = "open,in_progress,waiting"


def _who_asks() -> dict[str, Any]:
    actor = current_actor() if someone_acts() else None
    me = actor.id if actor is not None and actor.kind == "staff" else None
    return {"me": me, "english": current_language() == "en"}


ISSUES = Listing(
    name="issues",
    label=Text("Billets", "Issues"),
    permission="support.read",
    source="""
        SELECT i.id, i.number, i.subject, i.kind, i.priority, i.status, i.awaited, i.source, i.contract, i.opened_on,
               i.resolved_at, i.created_at,
               array_position(ARRAY['urgent', 'high', 'normal', 'low'], i.priority::text) AS rank,
               c.number AS customer, c.display_name AS customer_name, c.sort_key AS customer_key, l.number AS location,
               concat_ws(', ', nullif(coalesce(l.line1, c.line1), ''), nullif(coalesce(l.city, c.city), '')) AS address,
               d.code AS department, CASE WHEN %(english)s THEN d.name_en ELSE d.name_fr END AS department_name,
               u.username AS assignee, fold(u.last_name || ' ' || u.first_name) AS assignee_key,
               coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username) AS assignee_name,
               coalesce(i.assignee_id = %(me)s::bigint, false) AS mine, i.assignee_id IS NULL AS unassigned,
               EXISTS (SELECT 1 FROM identity_user_departments m
                       WHERE m.user_id = %(me)s::bigint AND m.department_id = i.department_id) AS my_department,
               c.sort_key || ' ' || lower(c.number) || ' ' || lower(i.number) || ' ' || lower(i.contract) || ' '
                 || fold(i.subject) AS search_key
        FROM support_issue i JOIN crm_customer c ON c.id = i.customer_id
        LEFT JOIN crm_location l ON l.id = i.location_id LEFT JOIN identity_department d ON d.id = i.department_id
        LEFT JOIN identity_user u ON u.id = i.assignee_id""",
    values=_who_asks,
    columns=[
        Column("number", Text("Billet", "Issue"), kind="id"),
        Column("subject", Text("Sujet", "Subject")),
        Column("kind", KIND, kind="choice", options=KINDS),
        Column("status", STATUS, kind="choice", options=STATUSES),
        Column("priority", PRIORITY, kind="choice", options=PRIORITIES, sort="rank"),
        Column("opened_on", OPENED, kind="day", sort="created_at"),
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", Text("Nom", "Name"), sort="customer_key"),
        Column("address", Text("Adresse", "Address"), off=True),
        Column("location", Text("Lieu", "Location"), kind="id", nullable=True, off=True),
        Column("assignee", Text("Utilisateur", "User"), nullable=True, off=True),
        Column("assignee_name", Text("Confié à", "Given to"), sort="assignee_key", nullable=True),
        Column("department", Text("Code du département", "Department code"), nullable=True, off=True),
        Column("department_name", DEPARTMENT, nullable=True),
        Column("awaited", Text("En attente de", "Waits for"), kind="choice", options=AWAITED, off=True),
        Column("contract", CONTRACT, off=True),
        Column("source", SOURCE, kind="choice", options=SOURCES, off=True),
        Column("resolved_at", Text("Réglé le", "Resolved at"), kind="instant", sort=True, nullable=True, off=True),
    ],
    filters=[
        Filter("status", STATUS, options=STATUSES),
        Filter("kind", KIND, options=KINDS),
        Filter("priority", PRIORITY, options=PRIORITIES),
        Filter("awaited", Text("En attente de", "Waits for"), options=AWAITED),
        Filter("source", SOURCE, options=SOURCES),
        Filter("mine", Text("À moi", "Mine"), kind="flag"),
        Filter("my_department", Text("De mes départements", "Of my departments"), kind="flag"),
        Filter("unassigned", Text("À personne", "Nobody’s"), kind="flag"),
        Filter("department", DEPARTMENT, kind="text", where="r.department = %(value)s"),
        Filter("assignee", Text("Utilisateur", "User"), kind="text", where="r.assignee = %(value)s"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("location", Text("Lieu", "Location"), kind="text", where="r.location = %(value)s"),
        Filter("contract", CONTRACT, kind="text", where="r.contract = %(value)s"),
        *between("opened_on", OPENED, kind="day"),
    ],
    views=[
        View("open", Text("À régler", "To settle"), {"status": OPEN}),
        View("mine", Text("Les miens", "Mine"), {"status": OPEN, "mine": "true"}),
        View("my_department", Text("Mes départements", "My departments"), {"status": OPEN, "my_department": "true"}),
        View("unassigned", Text("À personne", "Nobody’s"), {"status": OPEN, "unassigned": "true"}),
        View("all", Text("Tous", "All")),
    ],
    search="search_key",
    default_sort="-opened_on",
    verbs=[
        Verb("support.assign_issue", "issue"),
        Verb("support.start_issue", "issue"),
        Verb("support.resolve_issue", "issue"),
        Verb("support.close_issue", "issue"),
        Verb("kernel.add_note", "subject", prefix="issue:"),
    ],
)
