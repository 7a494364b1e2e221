"""The lists of sales: quotations, contracts, every version of the legal texts."""

from __future__ import annotations

from typing import Any

from gigafibre.catalog.labels import SEGMENTS, SERVICE_KINDS
from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.search import FORMER_ID
from gigafibre.kernel.text import Text, current_language
from gigafibre.sales.labels import CONTRACT_STATUSES, QUOTATION_STATUSES, SOURCE_WORDS, TRACKS

NUMBER = Text("Numéro", "Number")
CUSTOMER = Text("Client", "Customer")
NAME = Text("Nom", "Name")
STATUS = Text("État", "Status")
MONTHLY = Text("Par mois", "Monthly")
ONCE = Text("Une fois", "Once")
SOURCE = Text("Provenance", "Source")
PREPARED = Text("Préparé par", "Prepared by")


def _today() -> dict[str, Any]:
    return {"today": clock.today()}


QUOTATIONS = Listing(
    name="quotations",
    label=Text("Soumissions", "Quotations"),
    permission="sales.read",
    source="""
        SELECT q.id, q.number, q.status, q.source, c.number AS customer,
               coalesce(c.display_name, q.prospect_name) AS customer_name,
               coalesce(c.sort_key, fold(q.prospect_name)) AS customer_key, q.title, q.monthly_total, q.once_total,
               q.made_on, q.valid_until, q.prepared_by, q.decided_at::date AS decided_on, q.legacy_raw <> '' AS damaged,
               q.legacy_id,
               q.status = 'sent' AND q.valid_until < %(today)s::date + 7 AS runs_out,
               coalesce(c.sort_key, fold(q.prospect_name)) || ' ' || fold(q.title) || ' ' || lower(q.number) || ' '
                 || coalesce(lower(c.number), '') AS search_key
        FROM sales_quotation q LEFT JOIN crm_customer c ON c.id = q.customer_id""",
    values=_today,
    columns=[
        Column("number", NUMBER, kind="id"),
        Column("customer", CUSTOMER, kind="id", nullable=True),
        Column("customer_name", NAME, sort="customer_key"),
        Column("title", Text("Titre", "Title")),
        Column("status", STATUS, kind="choice", options=QUOTATION_STATUSES),
        Column("monthly_total", MONTHLY, kind="money", sort=True, total=True),
        Column("once_total", ONCE, kind="money", sort=True, total=True),
        Column("made_on", Text("Du", "Of"), kind="day", sort=True),
        Column("valid_until", Text("Valide jusqu’au", "Valid until"), kind="day", sort=True),
        Column("prepared_by", PREPARED, off=True),
        Column("source", SOURCE, kind="choice", options=SOURCE_WORDS, off=True),
        Column("decided_on", Text("Réponse le", "Answered on"), kind="day", nullable=True, off=True),
        Column("damaged", Text("Abîmée à la source", "Damaged in the source"), kind="flag", off=True),
    ],
    filters=[
        Filter("status", STATUS, options=QUOTATION_STATUSES),
        Filter("source", SOURCE, options=SOURCE_WORDS),
        Filter("runs_out", Text("Expire dans la semaine", "Runs out within a week"), kind="flag"),
        Filter("damaged", Text("Abîmée à la source", "Damaged in the source"), kind="flag"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("legacy_id", FORMER_ID, kind="number"),
        *between("made_on", Text("Du", "Of"), kind="day"),
    ],
    views=[
        View("open", Text("En cours", "Open"), {"status": "draft,sent"}, "-made_on"),
        View("accepted", Text("Acceptées", "Accepted"), {"status": "accepted"}, "-made_on"),
        View("runs_out", Text("Expirent bientôt", "Run out soon"), {"runs_out": "true"}, "valid_until"),
        View("all", Text("Toutes", "All"), {}, "-made_on"),
    ],
    search="search_key",
    default_sort="-made_on",
    verbs=[
        Verb("sales.send_quotation", "quotation"),
        Verb("sales.decline_quotation", "quotation"),
        Verb("sales.discard_quotation", "quotation"),
    ],
)

CONTRACTS = Listing(
    name="contracts",
    label=Text("Contrats", "Contracts"),
    permission="sales.read",
    source="""
        SELECT k.id, k.number, k.status, k.track, k.source, c.number AS customer, c.display_name AS customer_name,
               c.sort_key AS customer_key, l.line1 || ', ' || l.city AS place, k.monthly_total, k.once_total,
               k.commitment_months, k.made_on, k.starts_on, k.appointment_on, k.signed_at::date AS signed_on,
               k.prepared_by,
               c.sort_key || ' ' || lower(k.number) || ' ' || lower(c.number) || ' ' || fold(l.line1) AS search_key
        FROM sales_contract k JOIN crm_customer c ON c.id = k.customer_id
        JOIN crm_location l ON l.id = k.location_id""",
    columns=[
        Column("number", NUMBER, kind="id"),
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", NAME, sort="customer_key"),
        Column("place", Text("Lieu", "Place")),
        Column("status", STATUS, kind="choice", options=CONTRACT_STATUSES),
        Column("monthly_total", MONTHLY, kind="money", sort=True, total=True),
        Column("commitment_months", Text("Engagement (mois)", "Commitment (months)"), kind="number", sort=True),
        Column("made_on", Text("Du", "Of"), kind="day", sort=True),
        Column("signed_on", Text("Signé le", "Signed on"), kind="day", sort=True, nullable=True),
        Column("appointment_on", Text("Rendez-vous", "Appointment"), kind="day", sort=True, nullable=True),
        Column("once_total", ONCE, kind="money", sort=True, total=True, off=True),
        Column("starts_on", Text("Début prévu", "Planned start"), kind="day", sort=True, off=True),
        Column("track", Text("Signature", "Signing"), kind="choice", options=TRACKS, off=True),
        Column("source", SOURCE, kind="choice", options=SOURCE_WORDS, off=True),
        Column("prepared_by", PREPARED, off=True),
    ],
    filters=[
        Filter("status", STATUS, options=CONTRACT_STATUSES),
        Filter("track", Text("Signature", "Signing"), options=TRACKS),
        Filter("source", SOURCE, options=SOURCE_WORDS),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        *between("signed_on", Text("Signé le", "Signed on"), kind="day"),
    ],
    views=[
        View("open", Text("En cours", "Open"), {"status": "draft,sent"}, "-made_on"),
        View("signed", Text("Signés", "Signed"), {"status": "signed"}, "-signed_on"),
        View("all", Text("Tous", "All"), {}, "-made_on"),
    ],
    search="search_key",
    default_sort="-made_on",
    verbs=[
        Verb("sales.send_contract", "contract"),
        Verb("sales.cancel_contract", "contract"),
        Verb("sales.discard_contract", "contract"),
    ],
)

_SERVICES = {"": Text("Tous", "All")} | {kind: SERVICE_KINDS[kind] for kind in ("internet", "telephone", "tv")}
_SEGMENT, _SERVICE = Text("Genre de contrat", "Kind of contract"), Text("Avec le service", "With the service")
_IN_FORCE, _SINCE = Text("En vigueur", "In force"), Text("Dès le", "From")


def _reading() -> dict[str, Any]:
    return {"today": clock.today(), "english": current_language() == "en"}


# In force is the latest version of a code that has begun and not ended.
LEGAL_TEXTS = Listing(
    name="legal_texts",
    label=Text("Textes légaux", "Legal texts"),
    permission="sales.read",
    source="""
        SELECT t.code || '-' || t.version AS id, t.code, t.version, t.segment, t.service, t.position, t.since, t.until,
               t.title_fr, t.title_en, t.body_fr, t.body_en,
               CASE WHEN %(english)s THEN t.title_en ELSE t.title_fr END AS title,
               fold(CASE WHEN %(english)s THEN t.title_en ELSE t.title_fr END) AS title_key,
               lpad(t.position::text, 5, '0') || t.code || lpad((99999 - t.version)::text, 5, '0') AS place_key,
               t.since <= %(today)s::date AND (t.until IS NULL OR t.until > %(today)s::date) AND NOT EXISTS (
                 SELECT FROM sales_legaltext n WHERE n.code = t.code AND n.version > t.version
                   AND n.since <= %(today)s::date AND (n.until IS NULL OR n.until > %(today)s::date)) AS in_force,
               t.since > %(today)s::date AS coming,
               (SELECT count(*) FROM sales_contractclause u WHERE u.text_id = t.id) AS uses,
               fold(t.code || ' ' || t.title_fr || ' ' || t.title_en || ' ' || t.body_fr || ' ' || t.body_en)
                 AS search_key
        FROM sales_legaltext t""",
    values=_reading,
    columns=[
        Column("title", Text("Titre", "Title"), sort="title_key"),
        Column("code", Text("Code", "Code"), kind="id", sort=True),
        Column("version", Text("Version", "Version"), kind="number"),
        Column("segment", _SEGMENT, kind="choice", options=SEGMENTS),
        Column("service", _SERVICE, kind="choice", options=_SERVICES),
        Column("in_force", _IN_FORCE, kind="flag"),
        Column("since", _SINCE, kind="day", sort=True),
        Column("until", Text("Jusqu’au", "Until"), kind="day", sort=True, nullable=True),
        Column("uses", Text("Contrats", "Contracts"), kind="number", sort=True),
        Column("position", Text("Rang", "Place"), kind="number", sort="place_key", off=True),
        Column("title_fr", Text("Titre, français", "Title, French"), off=True),
        Column("title_en", Text("Titre, anglais", "Title, English"), off=True),
        Column("body_fr", Text("Texte, français", "Text, French"), off=True),
        Column("body_en", Text("Texte, anglais", "Text, English"), off=True),
    ],
    filters=[
        Filter("in_force", _IN_FORCE, kind="flag"),
        Filter("coming", Text("À venir", "To come"), kind="flag"),
        Filter("code", Text("Code", "Code"), kind="text"),
        Filter("segment", _SEGMENT, options=SEGMENTS),
        Filter("service", _SERVICE, options=_SERVICES),
        *between("since", _SINCE, kind="day"),
    ],
    views=[
        View("in_force", Text("En vigueur", "In force"), {"in_force": "true"}),
        View("coming", Text("À venir", "To come"), {"coming": "true"}),
        View("all", Text("Toutes les versions", "All versions")),
    ],
    verbs=[Verb("sales.withdraw_legal_text", "code", column="code")],
    search="search_key",
    default_sort="position",
    worded=True,
)
