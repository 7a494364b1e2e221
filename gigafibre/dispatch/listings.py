"""The lists of dispatch: jobs, technicians, and hours of technicians at customers."""

from __future__ import annotations

from typing import Any

from gigafibre.dispatch.labels import CODES, KINDS, PRIORITIES, STATUSES, TECHNICIAN_STATUSES, TIME_KINDS
from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.search import FORMER_ID
from gigafibre.kernel.text import Text, current_language

CUSTOMER = Text("Client", "Customer")
TECHNICIAN = Text("Technicien", "Technician")
DATE = Text("Date", "Date")
KIND = Text("Genre", "Kind")
STATUS = Text("État", "Status")
OPEN = "draft,ready,scheduled,published,en_route,in_progress"


def _now() -> dict[str, Any]:
    return {"today": clock.today(), "english": current_language() == "en", "zone": str(clock.zone())}


JOBS = Listing(
    name="jobs",
    label=Text("Interventions", "Jobs"),
    permission="dispatch.read",
    source="""
        SELECT j.id, j.number, CASE WHEN %(english)s THEN j.title_en ELSE j.title_fr END AS title, j.kind, j.priority,
               j.status, j.date, to_char(j.starts, 'HH24:MI') AS starts, j.minutes, c.number AS customer,
               c.display_name AS customer_name, c.sort_key AS customer_key, l.number AS location,
               concat_ws(', ', nullif(coalesce(l.line1, c.line1), ''), nullif(coalesce(l.city, c.city), '')) AS address,
               t.number AS technician, t.name AS technician_name, t.sort_key AS technician_key,
               j.contract, j.issue, j.completed_on, j.completion_code, j.legacy_id,
               j.technician_id IS NULL AND j.crew_id IS NULL AND j.status = 'ready' AS unassigned,
               j.date < %(today)s AND j.status IN ('draft', 'ready', 'scheduled', 'published') AS late,
               c.sort_key || ' ' || lower(c.number) || ' ' || lower(j.number) || ' ' || lower(j.contract) AS search_key
        FROM dispatch_job j JOIN crm_customer c ON c.id = j.customer_id
        LEFT JOIN crm_location l ON l.id = j.location_id LEFT JOIN dispatch_technician t ON t.id = j.technician_id""",
    values=_now,
    columns=[
        Column("number", Text("Intervention", "Job"), kind="id"),
        Column("title", Text("À faire", "To do")),
        Column("kind", KIND, kind="choice", options=KINDS),
        Column("status", STATUS, kind="choice", options=STATUSES),
        Column("date", DATE, kind="day", sort=True),
        Column("starts", Text("Début", "Start"), nullable=True),
        Column("minutes", Text("Minutes", "Minutes"), kind="number", off=True),
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", Text("Nom", "Name"), sort="customer_key"),
        Column("address", Text("Adresse", "Address")),
        Column("location", Text("Lieu", "Location"), kind="id", nullable=True, off=True),
        Column("technician", Text("No de technicien", "Technician no."), kind="id", nullable=True, off=True),
        Column("technician_name", TECHNICIAN, sort="technician_key", nullable=True),
        Column("priority", Text("Priorité", "Priority"), kind="choice", options=PRIORITIES, off=True),
        Column("late", Text("En retard", "Late"), kind="flag", off=True),
        Column("contract", Text("Contrat", "Contract"), off=True),
        Column("issue", Text("Billet", "Issue"), off=True),
        Column("completed_on", Text("Terminée le", "Completed on"), kind="day", sort=True, nullable=True, off=True),
        Column("completion_code", Text("Résultat", "Outcome"), kind="choice", options=CODES, off=True),
    ],
    filters=[
        Filter("status", STATUS, options=STATUSES),
        Filter("kind", KIND, options=KINDS),
        Filter("priority", Text("Priorité", "Priority"), options=PRIORITIES),
        Filter("technician", TECHNICIAN, kind="text", where="r.technician = %(value)s"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("location", Text("Lieu", "Location"), kind="text", where="r.location = %(value)s"),
        Filter("contract", Text("Contrat", "Contract"), kind="text", where="r.contract = %(value)s"),
        Filter("unassigned", Text("Sans technicien", "Without technician"), kind="flag"),
        Filter("late", Text("En retard", "Late"), kind="flag"),
        Filter("legacy_id", FORMER_ID, kind="number"),
        *between("date", DATE, kind="day"),
    ],
    views=[
        View("open", Text("À faire", "To do"), {"status": OPEN}),
        View("unassigned", Text("Sans technicien", "Without technician"), {"unassigned": "true"}),
        View("late", Text("En retard", "Late"), {"late": "true"}),
        View("drafts", Text("Brouillons", "Drafts"), {"status": "draft"}),
        View("completed", Text("Terminées", "Completed"), {"status": "completed"}, "-date"),
        View("all", Text("Toutes", "All"), {}, "-date"),
    ],
    search="search_key",
    default_sort="date",
    verbs=[
        Verb("dispatch.assign_job", "job"),
        Verb("dispatch.publish_job", "job"),
        Verb("dispatch.schedule_job", "job"),
        Verb("dispatch.unassign_job", "job"),
        Verb("dispatch.cancel_job", "job"),
    ],
)

TECHNICIANS = Listing(
    name="technicians",
    label=Text("Techniciens", "Technicians"),
    permission="dispatch.read",
    source="""
        SELECT t.id, t.number, t.name, t.sort_key, t.phone, t.colour, t.status, t.active, w.name AS crew,
               u.username AS user,
               (SELECT string_agg(CASE WHEN %(english)s THEN g.name_en ELSE g.name_fr END || ' ' || h.level, ', '
                                  ORDER BY h.level DESC, g.code)
                FROM dispatch_techniciantag h JOIN dispatch_tag g ON g.id = h.tag_id
                WHERE h.technician_id = t.id) AS skills,
               (SELECT count(*)::int FROM dispatch_job j WHERE j.technician_id = t.id AND j.date = %(today)s
                AND j.status <> 'cancelled') AS jobs_today,
               t.sort_key || ' ' || lower(t.number) AS search_key
        FROM dispatch_technician t LEFT JOIN dispatch_crew w ON w.id = t.crew_id
        LEFT JOIN identity_user u ON u.id = t.user_id""",
    values=_now,
    columns=[
        Column("number", TECHNICIAN, kind="id"),
        Column("name", Text("Nom", "Name"), sort="sort_key"),
        Column("status", STATUS, kind="choice", options=TECHNICIAN_STATUSES),
        Column("crew", Text("Équipe", "Crew"), nullable=True),
        Column("skills", Text("Compétences", "Skills"), nullable=True),
        Column("phone", Text("Téléphone", "Phone")),
        Column("jobs_today", Text("Aujourd’hui", "Today"), kind="number", sort=True),
        Column("user", Text("Utilisateur", "User"), nullable=True, off=True),
        Column("colour", Text("Couleur", "Colour"), off=True),
        Column("active", Text("Sur le terrain", "In the field"), kind="flag", off=True),
    ],
    filters=[
        Filter("status", STATUS, options=TECHNICIAN_STATUSES),
        Filter("active", Text("Sur le terrain", "In the field"), kind="flag"),
    ],
    views=[
        View("active", Text("Sur le terrain", "In the field"), {"active": "true"}),
        View("all", Text("Tous", "All")),
    ],
    search="search_key",
    default_sort="name",
)

HOURS = Listing(
    name="technician_hours",
    label=Text("Heures chez les clients", "Hours at customers"),
    permission="dispatch.read",
    source="""
        SELECT e.id, e.id AS entry, t.number AS technician, t.name AS technician_name, t.sort_key AS technician_key,
               c.number AS customer, c.display_name AS customer_name, c.sort_key AS customer_key,
               j.number AS job, j.kind AS job_kind, e.kind,
               (e.started_at AT TIME ZONE %(zone)s)::date AS date, e.note,
               CASE WHEN e.length_known THEN e.started_at END AS started_at,
               CASE WHEN e.length_known THEN e.ended_at END AS ended_at,
               CASE WHEN e.length_known THEN (extract(epoch FROM e.ended_at - e.started_at) / 60)::int END AS minutes,
               CASE WHEN e.length_known THEN
                 round(extract(epoch FROM e.ended_at - e.started_at)::numeric / 3600 * t.cost_per_hour, 2) END AS cost,
               coalesce(t.sort_key, '') || ' ' || c.sort_key || ' ' || lower(j.number) AS search_key
        FROM dispatch_timeentry e JOIN dispatch_job j ON j.id = e.job_id JOIN crm_customer c ON c.id = j.customer_id
        LEFT JOIN dispatch_technician t ON t.id = e.technician_id WHERE e.ended_at IS NOT NULL""",
    values=_now,
    columns=[
        Column("date", DATE, kind="day", sort=True),
        Column("technician", TECHNICIAN, kind="id", nullable=True),
        Column("technician_name", Text("Nom du technicien", "Technician’s name"), sort="technician_key", nullable=True),
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", Text("Nom du client", "Customer’s name"), sort="customer_key"),
        Column("job", Text("Intervention", "Job"), kind="id"),
        Column("job_kind", Text("Genre d’intervention", "Kind of job"), kind="choice", options=KINDS),
        Column("kind", KIND, kind="choice", options=TIME_KINDS),
        Column("minutes", Text("Minutes", "Minutes"), kind="number", sort=True, nullable=True, total=True),
        Column("cost", Text("Coût", "Cost"), kind="money", sort=True, nullable=True, total=True),
        Column("started_at", Text("Début", "Start"), kind="instant", nullable=True, off=True),
        Column("ended_at", Text("Fin", "End"), kind="instant", nullable=True, off=True),
        Column("note", Text("Note", "Note"), off=True),
        Column("entry", Text("Rangée no", "Row no."), kind="number", off=True),
    ],
    filters=[
        Filter("technician", TECHNICIAN, kind="text", where="r.technician = %(value)s"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("kind", KIND, options=TIME_KINDS),
        Filter("job_kind", Text("Genre d’intervention", "Kind of job"), options=KINDS),
        *between("date", DATE, kind="day"),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("work", Text("Travail", "Work"), {"kind": "work"}),
        View("travel", Text("Déplacement", "Travel"), {"kind": "travel"}),
    ],
    search="search_key",
    default_sort="-date",
)
