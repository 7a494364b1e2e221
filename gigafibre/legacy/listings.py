"""The lists of the migration: imports; of shadow billing its days, and the board of what differs."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor, someone_acts
from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text
from gigafibre.legacy.alone import HELD
from gigafibre.legacy.importing.run import LOCK
from gigafibre.legacy.labels import CYCLE_STATES, DIFFERENCE_KINDS, DIFFERENCE_STATES, SEEN_STATES

DAY = Text("Jour facturé", "Day billed")
STATE = Text("État", "State")
OURS = Text("Nous", "Ours")
THEIRS = Text("Ancien système", "Old system")
CUSTOMER = Text("Client", "Customer")


def _reading() -> dict[str, Any]:
    actor = current_actor() if someone_acts() else None
    me = actor.id if actor is not None and actor.kind == "staff" else None
    return {"today": clock.today(), "zone": str(clock.zone()), "me": me}


def _lock() -> dict[str, Any]:
    return {"lock": LOCK, "zone": str(clock.zone())}


# Who works at an import holds its lock; one that runs without is as it was left.
IMPORTS = Listing(
    name="imports",
    label=Text("Importations", "Imports"),
    permission="legacy.read",
    source=f"""
SELECT i.id, i.id AS run, i.source, CASE WHEN i.state = 'running' AND NOT {HELD} THEN 'interrupted' ELSE i.state END
         AS state, i.dry_run, i.only, i.since, i.with_journal, i.started_by, i.started_at, i.finished_at, i.error,
       (i.started_at AT TIME ZONE %(zone)s)::date AS started_on,
       extract(epoch FROM i.finished_at - i.started_at)::bigint AS seconds, fold(i.source) AS source_key,
       fold(i.source || ' ' || i.started_by || ' ' || i.error) AS search_key
FROM legacy_importrun i
""",  # noqa: S608  a condition of ours
    values=_lock,
    columns=[
        Column("source", Text("Source", "Source"), sort="source_key"),
        Column("run", Text("Numéro", "Number"), kind="number", sort=True),
        Column("state", STATE, kind="choice", options=SEEN_STATES),
        Column("dry_run", Text("Essai", "Trial"), kind="flag"),
        Column("only", Text("Parties", "Parts"), kind="words"),
        Column("since", Text("Tables lues depuis", "Tables read since"), kind="day", nullable=True, off=True),
        Column("with_journal", Text("Avec le journal", "With the journal"), kind="flag", off=True),
        Column("started_at", Text("Commencée le", "Started at"), kind="instant", sort=True),
        Column("started_by", Text("Par", "By"), options=PLATFORM),
        Column("seconds", Text("Durée (s)", "Took (s)"), kind="number", sort=True, nullable=True),
        Column("finished_at", Text("Finie le", "Finished at"), kind="instant", sort=True, nullable=True, off=True),
        Column("error", Text("Arrêtée par", "Stopped by"), off=True),
    ],
    filters=[
        Filter("state", STATE, options=SEEN_STATES),
        Filter("dry_run", Text("Essai", "Trial"), kind="flag"),
        *between("started_on", Text("Commencée", "Started"), kind="day"),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("real", Text("Sans les essais", "Without trials"), {"dry_run": "false"}),
        View("stopped", Text("Arrêtées", "Stopped"), {"state": "failed,interrupted"}),
    ],
    search="search_key",
    default_sort="-run",
)

SHADOW_CYCLES = Listing(
    name="shadow_cycles",
    label=Text("Cycles en parallèle", "Shadow cycles"),
    permission="legacy.shadow",
    source="""
SELECT c.id, c.day, c.state, c.documents, c.invoices, c.customers, c.equal, c.ours, c.theirs, c.parked, c.following,
       c.computed_at, c.computed_by, c.compared_at, c.compared_by, c.day::text AS search_key,
       CASE WHEN c.customers > 0 THEN trunc(100.0 * c.equal / c.customers, 2)::text END AS share,
       100.0 * c.equal / nullif(c.customers, 0) AS share_key, c.ours - c.theirs AS difference,
       coalesce(d.open, 0) AS open,
       EXISTS (SELECT FROM billing_invoice i
               WHERE i.date = c.day AND i.state = 'issued' AND i.legacy_id IS NOT NULL) AS imported
FROM legacy_shadowcycle c
LEFT JOIN (SELECT cycle_id, count(*) AS open FROM legacy_shadowdifference WHERE state = 'open' GROUP BY 1) d
  ON d.cycle_id = c.id
""",
    columns=[
        Column("day", DAY, kind="day", sort=True),
        Column("state", STATE, kind="choice", options=CYCLE_STATES),
        Column("documents", Text("Nos factures", "Our invoices"), kind="number", sort=True, off=True),
        Column("invoices", Text("Leurs factures", "Their invoices"), kind="number", nullable=True, off=True),
        Column("customers", Text("Clients facturés", "Customers billed"), kind="number", nullable=True),
        Column("equal", Text("Égaux au cent", "Equal to the cent"), kind="number", nullable=True, off=True),
        Column("share", Text("Part égale (%)", "Share equal (%)"), sort="share_key", nullable=True),
        Column("ours", OURS, kind="money", sort=True),
        Column("theirs", THEIRS, kind="money", nullable=True),
        Column("difference", Text("Écart", "Difference"), kind="money", sort=True, nullable=True),
        Column("following", Text("Taxes qui suivent", "Taxes that follow"), kind="money", nullable=True, off=True),
        Column("open", Text("Écarts ouverts", "Open differences"), kind="number", sort=True),
        Column(
            "parked", Text("Abonnements non facturables", "Subscriptions that can’t be billed"), kind="number", off=True
        ),
        Column("imported", Text("Comparaison", "Comparison"), kind="flag"),
        Column("computed_at", Text("Calculé le", "Computed at"), kind="instant", sort=True, off=True),
        Column("computed_by", Text("Calculé par", "Computed by"), off=True),
        Column("compared_at", Text("Comparé le", "Compared at"), kind="instant", sort=True, nullable=True, off=True),
        Column("compared_by", Text("Comparé par", "Compared by"), off=True),
    ],
    filters=[Filter("state", STATE, options=CYCLE_STATES), *between("day", DAY, kind="day")],
    views=[View("all", Text("Tous", "All"))],
    search="search_key",
    default_sort="-day",
)

SHADOW_DIFFERENCES = Listing(
    name="shadow_differences",
    label=Text("Écarts de facturation", "Billing differences"),
    permission="legacy.shadow",
    source="""
SELECT d.id, d.id AS difference, y.day, d.kind, d.key, c.number AS customer, c.display_name AS name, c.sort_key,
       coalesce(d.detail ->> 'subscription', '') AS subscription,
       coalesce(d.detail #>> '{our_lines,0,description}', d.detail #>> '{their_lines,0,description}',
                d.detail ->> 'tax', '') AS item,
       d.ours, d.theirs, d.amount, abs(d.amount) AS size, d.state, d.reason, d.settled_at, d.settled_by,
       u.username AS owner,
       coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username) AS owner_name,
       fold(u.last_name || ' ' || u.first_name) AS owner_key, d.owner_id IS NULL AS unassigned,
       coalesce(d.owner_id = %(me)s::bigint, false) AS mine, d.found_at,
       %(today)s::date - (d.found_at AT TIME ZONE %(zone)s)::date AS age,
       c.sort_key || ' ' || lower(c.number) || ' ' || lower(coalesce(d.detail ->> 'subscription', '')) AS search_key
FROM legacy_shadowdifference d
JOIN legacy_shadowcycle y ON y.id = d.cycle_id
JOIN crm_customer c ON c.id = d.customer_id
LEFT JOIN identity_user u ON u.id = d.owner_id
""",
    values=_reading,
    columns=[
        Column("difference", Text("Écart no", "Difference no."), kind="number", off=True),
        Column("day", DAY, kind="day", sort=True),
        Column("customer", CUSTOMER, kind="id", off=True),
        Column("name", Text("Nom", "Name"), sort="sort_key"),
        Column("kind", Text("Genre", "Kind"), kind="choice", options=DIFFERENCE_KINDS),
        Column("subscription", Text("Abonnement", "Subscription"), kind="id", off=True),
        Column("item", Text("Ligne", "Line")),
        Column("ours", OURS, kind="money", nullable=True),
        Column("theirs", THEIRS, kind="money", nullable=True),
        Column("amount", Text("Écart", "Difference"), kind="money", sort="size", total=True),
        Column("state", STATE, kind="choice", options=DIFFERENCE_STATES),
        Column("owner_name", Text("Confié à", "Given to"), sort="owner_key", nullable=True),
        Column("age", Text("Âge (jours)", "Age (days)"), kind="number", sort=True),
        Column("reason", Text("Pourquoi", "Why"), off=True),
        Column("settled_by", Text("Réglé par", "Settled by"), off=True),
        Column("settled_at", Text("Réglé le", "Settled at"), kind="instant", sort=True, nullable=True, off=True),
        Column("owner", Text("Utilisateur", "User"), nullable=True, off=True),
        Column("key", Text("Clé", "Key"), off=True),
    ],
    filters=[
        Filter("day", Text("Cycle du", "Cycle of"), kind="day"),
        Filter("kind", Text("Genre", "Kind"), options=DIFFERENCE_KINDS),
        Filter("state", STATE, options=DIFFERENCE_STATES),
        Filter("mine", Text("À moi", "Mine"), kind="flag"),
        Filter("unassigned", Text("À personne", "Nobody’s"), kind="flag"),
        Filter("owner", Text("Utilisateur", "User"), kind="text", where="r.owner = %(value)s"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        *between("size", Text("Écart", "Difference")),
    ],
    views=[
        View("open", Text("Ouverts", "Open"), {"state": "open"}),
        View("mine", Text("Les miens", "Mine"), {"state": "open", "mine": "true"}),
        View("nobody", Text("À personne", "Nobody’s"), {"state": "open", "unassigned": "true"}),
        View("settled", Text("Réglés", "Settled"), {"state": "explained,accepted,mended"}, "-settled_at"),
        View("all", Text("Tous", "All")),
    ],
    search="search_key",
    default_sort="-amount",
)
