"""The two registers as lists: requests by the days that are left, incidents by what is missing; and exports."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.listing.query import fetch
from gigafibre.kernel.text import Text
from gigafibre.privacy import words
from gigafibre.privacy.settings import FORMER_MONTHS, PROSPECT_MONTHS

KIND = Text("Genre", "Kind")
STATUS = Text("État", "Status")
CUSTOMER = Text("Client", "Customer")
RECEIVED = Text("Reçue le", "Received on")
DUE = Text("À répondre le", "Due on")
LEFT = Text("Jours restants", "Days left")
FOUND = Text("Connu le", "Found on")
NATURE = Text("Nature", "Nature")
RISK = Text("Risque", "Risk")


def _today() -> dict[str, Any]:
    return {"today": clock.today()}


REQUESTS = Listing(
    name="privacy_requests",
    label=Text("Demandes (vie privée)", "Privacy requests"),
    permission="privacy.read",
    source="""
        SELECT r.id, r.number, r.kind, r.person, r.contact, r.channel, r.status, r.received_on, r.due_on, r.settled_on,
               r.ground, r.proof <> '' AS checked, r.proof = '' AND r.status = 'open' AS unchecked,
               c.number AS customer,
               CASE WHEN r.status = 'open' THEN r.due_on - %(today)s::date END AS days_left,
               r.status = 'open' AND r.due_on - %(today)s::date BETWEEN 0 AND 10 AS soon,
               coalesce(r.settled_on, %(today)s::date) > r.due_on AS late,
               fold(r.person) AS person_key,
               fold(r.person) || ' ' || lower(r.number) || ' ' || lower(coalesce(c.number, '')) AS search_key
        FROM privacy_request r LEFT JOIN crm_customer c ON c.id = r.customer_id""",
    values=_today,
    columns=[
        Column("number", Text("Demande", "Request"), kind="id"),
        Column("kind", KIND, kind="choice", options=words.KINDS),
        Column("person", Text("Personne", "Person"), sort="person_key"),
        Column("customer", CUSTOMER, kind="id", nullable=True),
        Column("status", STATUS, kind="choice", options=words.STATUSES),
        Column("received_on", RECEIVED, kind="day", sort=True),
        Column("due_on", DUE, kind="day", sort=True),
        Column("days_left", LEFT, kind="number", nullable=True),
        Column("checked", Text("Identité vérifiée", "Identity checked"), kind="flag"),
        Column("late", Text("En retard", "Late"), kind="flag", off=True),
        Column("settled_on", Text("Réglée le", "Settled on"), kind="day", sort=True, nullable=True, off=True),
        Column("ground", Text("Motif légal", "Legal ground"), kind="choice", options=words.GROUNDS, off=True),
        Column("channel", Text("Reçue par", "Came by"), kind="choice", options=words.CHANNELS, off=True),
        Column("contact", Text("Où répondre", "Where to answer"), off=True),
    ],
    filters=[
        Filter("status", STATUS, options=words.STATUSES),
        Filter("kind", KIND, options=words.KINDS),
        Filter("channel", Text("Reçue par", "Came by"), options=words.CHANNELS),
        Filter("ground", Text("Motif légal", "Legal ground"), options=words.GROUNDS),
        Filter("late", Text("En retard", "Late"), kind="flag"),
        Filter("unchecked", Text("Identité à vérifier", "Identity to check"), kind="flag"),
        Filter("soon", Text("Dans les dix jours", "Within ten days"), kind="flag"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        *between("received_on", RECEIVED, kind="day"),
        *between("due_on", DUE, kind="day"),
    ],
    views=[
        View("open", Text("À répondre", "To answer"), {"status": "open"}, sort="due_on"),
        View("late", Text("En retard", "Late"), {"late": "true"}),
        View("all", Text("Toutes", "All")),
    ],
    search="search_key",
    default_sort="-received_on",
)

INCIDENTS = Listing(
    name="privacy_incidents",
    label=Text("Incidents de confidentialité", "Confidentiality incidents"),
    permission="privacy.read",
    source="""
        SELECT i.id, i.number, i.title, i.nature, i.circumstances, i.happened_from, i.happened_until, i.found_on,
               array_to_string(i.touched, ', ') AS touched, i.touched_words, i.persons, i.persons_estimated,
               CASE WHEN i.serious THEN 'serious' WHEN NOT i.serious THEN 'minor' ELSE 'unknown' END AS risk,
               i.sensitivity, i.consequences, i.likelihood, i.assessment, i.commission_told_on, i.persons_told_on,
               i.persons_told_how, i.measures, i.status, (i.found_on + interval '5 years')::date AS kept_until,
               coalesce(i.serious, false) AND (i.commission_told_on IS NULL OR i.persons_told_how = '') AS untold,
               fold(i.title) || ' ' || lower(i.number) AS search_key
        FROM privacy_incident i""",
    columns=[
        Column("number", Text("Incident", "Incident"), kind="id"),
        Column("title", Text("Titre", "Title")),
        Column("nature", NATURE, kind="choice", options=words.NATURES),
        Column("status", STATUS, kind="choice", options=words.INCIDENT_STATUSES),
        Column("risk", RISK, kind="choice", options=words.RISKS),
        Column("found_on", FOUND, kind="day", sort=True),
        Column("happened_from", Text("Depuis le", "From"), kind="day", sort=True, off=True),
        Column("happened_until", Text("Jusqu’au", "Until"), kind="day", off=True),
        Column("persons", Text("Personnes", "Persons"), kind="number", sort=True, nullable=True),
        Column("persons_estimated", Text("Estimé", "Estimated"), kind="flag", off=True),
        Column("commission_told_on", Text("Commission avisée", "Commission told"), kind="day", nullable=True),
        Column("persons_told_on", Text("Personnes avisées", "Persons told"), kind="day", nullable=True),
        Column("persons_told_how", Text("Comment, ou pourquoi non", "How, or why not"), off=True),
        Column("touched", Text("Renseignements visés", "Information touched"), off=True),
        Column("touched_words", Text("Précisions", "In words"), off=True),
        Column("circumstances", Text("Circonstances", "Circumstances"), off=True),
        Column("sensitivity", Text("Sensibilité", "Sensitivity"), kind="choice", options=words.LEVELS, off=True),
        Column(
            "consequences", Text("Conséquences", "Consequences"), kind="choice", options=words.MANY_LEVELS, off=True
        ),
        Column("likelihood", Text("Probabilité", "Likelihood"), kind="choice", options=words.LEVELS, off=True),
        Column("assessment", Text("Évaluation", "Assessment"), off=True),
        Column("measures", Text("Mesures", "Measures"), off=True),
        Column("kept_until", Text("Conservé jusqu’au", "Kept until"), kind="day", off=True),
    ],
    filters=[
        Filter("status", STATUS, options=words.INCIDENT_STATUSES),
        Filter("risk", RISK, options=words.RISKS),
        Filter("nature", NATURE, options=words.NATURES),
        Filter("untold", Text("Avis à donner", "To be told"), kind="flag"),
        *between("found_on", FOUND, kind="day"),
    ],
    views=[
        View("open", Text("Ouverts", "Open"), {"status": "open"}),
        View("untold", Text("Avis à donner", "To be told"), {"untold": "true"}),
        View("all", Text("Tous", "All")),
    ],
    search="search_key",
    default_sort="-found_on",
)

EXPORTS = Listing(
    name="privacy_exports",
    label=Text("Renseignements réunis", "Information put together"),
    permission="privacy.export",
    source="""
        SELECT e.id, e.number, e.state, c.number AS customer, c.display_name AS customer_name, r.number AS request,
               e.created_at, e.created_by, e.ready_at, e.expires_on, e.link_until, f.size,
               CASE WHEN e.state = 'making' AND e.total > 0 THEN (100 * e.done / e.total)::int END AS percent,
               (SELECT count(*)::int FROM privacy_exportdownload d WHERE d.export_id = e.id) AS downloads,
               c.sort_key, lower(e.number || ' ' || c.number || ' ') || fold(c.display_name) AS search_key
        FROM privacy_personexport e JOIN crm_customer c ON c.id = e.customer_id
        LEFT JOIN privacy_request r ON r.id = e.request_id LEFT JOIN kernel_file f ON f.id = e.file_id""",
    columns=[
        Column("number", Text("Envoi", "Export"), kind="id"),
        Column("customer_name", CUSTOMER, sort="sort_key"),
        Column("customer", Text("Numéro du client", "Customer number"), kind="id"),
        Column("request", Text("Demande", "Request"), kind="id", nullable=True),
        Column("state", STATUS, kind="choice", options=words.EXPORT_STATES),
        Column("percent", Text("Avancement (%)", "Progress (%)"), kind="number", nullable=True, off=True),
        Column("created_at", Text("Demandé", "Asked for"), kind="instant", sort=True),
        Column("created_by", Text("Par", "By"), options=PLATFORM),
        Column("ready_at", Text("Prêt", "Ready"), kind="instant", nullable=True, off=True),
        Column("expires_on", Text("Gardé jusqu’au", "Kept until"), kind="day", sort=True, nullable=True),
        Column("link_until", Text("Lien bon jusqu’au", "Link good until"), kind="instant", nullable=True, off=True),
        Column("downloads", Text("Téléchargements", "Downloads"), kind="number", sort=True),
        Column("size", Text("Octets", "Bytes"), kind="number", nullable=True, off=True),
    ],
    filters=[
        Filter("state", STATUS, options=words.EXPORT_STATES),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("request", Text("Demande", "Request"), kind="text", where="r.request = %(value)s"),
    ],
    views=[
        View("kept", Text("Gardés", "Kept"), {"state": "ready"}),
        View("all", Text("Tous", "All")),
    ],
    search="search_key",
    default_sort="-created_at",
)


def _terms() -> dict[str, Any]:
    return {"today": clock.today(), "prospect": PROSPECT_MONTHS, "former": FORMER_MONTHS}


#: Nobody is made nobody by himself: these are customers whom an officer may look at.
PROPOSALS = Listing(
    name="privacy_proposals",
    label=Text("À anonymiser", "To anonymise"),
    permission="privacy.anonymise",
    source="""
        SELECT c.id, c.number, c.display_name AS name, c.sort_key, l.why, l.last_on,
               EXISTS (SELECT 1 FROM privacy_hold h WHERE h.customer_id = c.id AND h.lifted_at IS NULL) AS held,
               EXISTS (SELECT 1 FROM ledger_openitem o WHERE o.customer_id = c.id AND o.open <> 0) AS owing,
               fold(c.display_name) || ' ' || lower(c.number) AS search_key
        FROM crm_customer c CROSS JOIN (
          SELECT coalesce(max((value #>> '{}')::int) FILTER (WHERE key = 'privacy.prospect_months'), %(prospect)s)
                   AS prospect,
                 coalesce(max((value #>> '{}')::int) FILTER (WHERE key = 'privacy.former_months'), %(former)s) AS former
          FROM kernel_setting WHERE key IN ('privacy.prospect_months', 'privacy.former_months')) t
        CROSS JOIN LATERAL (
          SELECT CASE c.status WHEN 'prospect' THEN 'prospect' ELSE 'former' END AS why,
                 greatest(c.created_at::date, c.ended_on,
                   (SELECT max(i.date) FROM billing_invoice i WHERE i.customer_id = c.id),
                   (SELECT max(p.date) FROM payments_payment p WHERE p.customer_id = c.id),
                   (SELECT max(m.created_at)::date FROM messaging_message m WHERE m.customer_id = c.id),
                   (SELECT max(u.created_at)::date FROM support_issue u WHERE u.customer_id = c.id)) AS last_on) l
        WHERE c.status IN ('prospect', 'terminated') AND c.merged_into_id IS NULL AND NOT c.placeholder
          AND (c.status = 'prospect' OR c.ended_on IS NOT NULL)
          AND l.last_on < %(today)s::date
              - make_interval(months => CASE c.status WHEN 'prospect' THEN t.prospect ELSE t.former END)
          AND NOT EXISTS (SELECT 1 FROM subscriptions_subscription s
                          WHERE s.customer_id = c.id AND (c.status = 'prospect' OR s.state <> 'cancelled'))
          AND NOT EXISTS (SELECT 1 FROM privacy_erasure e WHERE e.customer_id = c.id)""",
    values=_terms,
    columns=[
        Column("number", Text("Numéro", "Number"), kind="id"),
        Column("name", CUSTOMER, sort="sort_key"),
        Column("why", Text("Pourquoi", "Why"), kind="choice", options=words.PROPOSED),
        Column("last_on", Text("Dernier signe", "Last sign"), kind="day", sort=True),
        Column("held", Text("Conservé pour litige", "Held for a dispute"), kind="flag"),
        Column("owing", Text("Compte ouvert", "Open account"), kind="flag"),
    ],
    filters=[
        Filter("why", Text("Pourquoi", "Why"), options=words.PROPOSED),
        Filter("held", Text("Conservé pour litige", "Held for a dispute"), kind="flag"),
        *between("last_on", Text("Dernier signe", "Last sign"), kind="day"),
    ],
    views=[View("all", Text("Tous", "All"))],
    search="search_key",
    default_sort="last_on",
)


def proposed() -> int:
    """Return how many customers are proposed for anonymisation."""
    (found,) = fetch(f"SELECT count(*)::int AS n FROM ({PROPOSALS.source}) r", _terms())  # noqa: S608  words of ours
    return int(found["n"])
