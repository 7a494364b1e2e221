"""The phases of an import, in the order in which they depend on each other; each is one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gigafibre.kernel.encrypted import seal
from gigafibre.kernel.text import Text
from gigafibre.legacy.importing import (
    accounts,
    allocations,
    branches,
    checking,
    field,
    methods,
    numbering,
    offers,
    opening,
    people,
    plant,
    prices,
    reissues,
    returns,
    traffic,
)
from gigafibre.legacy.importing.columns import (
    ADDRESS,
    ARRANGEMENT,
    CUSTOMER,
    ITEM,
    LOCATION,
    PAYMENT,
    SUBSCRIPTION,
)
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.looks import (
    ACCOUNT_MISSING,
    CORRECTION_POSITIVE,
    DOCUMENT_CHANGED,
    DOCUMENT_DIFFERS,
    DRAFT_DELETED,
    ENDED_SERVICES,
    IMPOSSIBLE_DATE,
    INVOICE_GONE,
    INVOICE_SUM,
    LATE,
    LINE_OF_NO_SERVICE,
    LOST_SERVICES,
    MEMO_EMPTY,
    NAMELESS,
    NO_ACCOUNT_OF_CATEGORY,
    NO_CUSTOMER,
    NO_LOCATION,
    NO_PRODUCT,
    NOT_GEOCODED,
    NOTHING,
    OTHER_GROUP,
    OTHERWISE_HERE,
    PAYMENT_CHANGED,
    PAYMENT_GONE,
    POSTAL,
    REISSUED,
    SEGMENTS,
    SENT_SINCE,
    SUSPENDED_HERE,
    TAX_UNKNOWN,
    TAX_ZERO,
    TWICE,
    UNKNOWN_CATEGORY,
    UNLINKED_NOTE,
    UNPLACED,
)
from gigafibre.legacy.importing.marks import mark_of
from gigafibre.legacy.importing.merge import Kind, merge, touched
from gigafibre.legacy.importing.stage import derive, read_secrets

#: What is brought in; the other tables of the contract wait for their app (`waiting.WAITING`).
TABLES = (
    "account",
    "account_memo",
    "account_profile",
    "account_suspension",
    "accord_paiement",
    "delivery",
    "delivery_history",
    "device",
    "fibre",
    "product_cat",
    "product",
    "service",
    "service_snapshot",
    "ip_history",
    "tax",
    "compta_comptes",
    "compta_setup",
    "invoice",
    "invoice_item",
    "invoice_tax",
    "payment",
    "payment_item",
    "staff",
    "bon_travail",
    "bon_travail_item",
    "soumission",
    "soumission_template",
)


@dataclass(frozen=True)
class Phase:
    """One step: its name, its words, what it does."""

    name: str
    label: Text
    run: Callable[[Ctx], None]
    large: tuple[str, ...] = ()  # laid bare while they are filled for the first time


def reference(ctx: Ctx) -> None:
    """Accounts, groups, items and their prices."""
    accounts.import_accounts(ctx)
    ctx.script("groups")
    branches.hang(ctx)
    group = ("code", "name_fr", "name_en", "parent_id", "revenue_account", "position")
    merge(ctx, "catalog_itemgroup", "want_group", group, "product_cat")
    ctx.cursor.execute(OTHER_GROUP)
    branches.hang_other(ctx)
    ctx.script("items")
    prices.other_codes(ctx)
    merge(ctx, "catalog_item", "want_item", ITEM, "product", Kind(aside={"sku": "'~' || t.id"}))
    prices.import_prices(ctx)
    ctx.script("legacy_products")
    ctx.found("category_account_unknown", "product_cat", NO_ACCOUNT_OF_CATEGORY)
    ctx.found("product_category_unknown", "product", UNKNOWN_CATEGORY)
    ctx.found(
        "sku_used_twice",
        "product",
        "SELECT id, sku, NULL::numeric FROM product_used WHERE same > 1 AND place > 1",
    )


def customers(ctx: Ctx) -> None:
    """Customers, and placeholders for accounts that are gone."""
    ctx.script("customers")
    numbering.number(ctx, "crm_customer", "want_customer", "customer", "account")
    merge(ctx, "crm_customer", "want_customer", CUSTOMER, "account")
    ctx.found("account_gone", "account", "SELECT id, '', NULL::numeric FROM gone")
    ctx.found("name_missing", "account", NAMELESS)
    ctx.found("customer_id_twice", "account", TWICE)
    for table, amount in (("delivery", "NULL::numeric"), ("invoice", "x.total_amt"), ("payment", "x.amount")):
        ctx.found("account_missing", table, ACCOUNT_MISSING.format(table=table, amount=amount))
    ctx.found("segment_disagrees", "account", SEGMENTS)
    for table in ("account", "delivery"):
        ctx.found("postal_code_rewritten", table, POSTAL.format(table=table))
    for table, columns in DATES.items():
        for column, limit in columns.items():
            ctx.found("date_impossible", table, IMPOSSIBLE_DATE.format(table=table, column=column, limit=limit))


def locations(ctx: Ctx) -> None:
    """Service locations and former addresses."""
    ctx.script("locations")
    numbering.number(ctx, "crm_location", "want_location", "location", "delivery")
    merge(ctx, "crm_location", "want_location", LOCATION, "delivery")
    ctx.script("former_addresses")
    placed = Kind(once=("location_id",))
    merge(ctx, "crm_formeraddress", "want_former", ("customer_id", "until", *ADDRESS), "delivery_history", placed)
    ctx.found("not_geocoded", "delivery", NOT_GEOCODED)
    ctx.found(
        "delivery_without_account",
        "delivery",
        "SELECT id, address1, NULL::numeric FROM legacy_stage.delivery WHERE account_id = 0",
    )
    ctx.found("address_unplaced", "delivery_history", UNPLACED)
    ctx.found("history_without_account", "delivery_history", _orphan("delivery_history", "account_id", "account"))


def notes(ctx: Ctx) -> None:
    """Notes on customers."""
    ctx.script("notes")
    merge(ctx, "kernel_note", "want_note", ("subject", "text", "author", "author_id", "at"), "account_memo", NOTE)
    ctx.found("memo_empty", "account_memo", MEMO_EMPTY)
    written = IMPOSSIBLE_DATE.format(table="account_memo", column="last_updated", limit="CURRENT_DATE + 1")
    ctx.found("date_impossible", "account_memo", written)
    ctx.found("memo_without_account", "account_memo", _orphan("account_memo", "account_id", "account"))


def subscriptions(ctx: Ctx) -> None:
    """Subscriptions, with their RADIUS passwords sealed."""
    ctx.script("subscriptions")
    read_secrets(ctx, "service", "radius_pwd")
    cursor = ctx.cursor
    cursor.execute("ALTER TABLE want_subscription ADD radius_password text NOT NULL DEFAULT '', ADD mark uuid")
    cursor.execute(
        "SELECT w.legacy_id, btrim(x.radius_pwd) FROM want_subscription w JOIN service_secret x ON x.id = w.legacy_id "
        "WHERE btrim(x.radius_pwd) <> ''"
    )
    clear = cursor.fetchall()
    cursor.execute("CREATE TEMP TABLE sealed (legacy_id bigint, secret text, mark uuid) ON COMMIT DROP")
    # Only what is new or changed is sealed: sealing is the slow part, the mark tells without it.
    cursor.execute("SELECT legacy_id, mark FROM legacy_legacyrow WHERE target = 'subscriptions_subscription'")
    known = dict(cursor.fetchall())
    with cursor.copy("COPY sealed FROM STDIN") as target:
        for key, secret in clear:
            mark = mark_of(secret)
            target.write_row([key, "" if known.get(key) == mark else seal(secret), mark])
    cursor.execute(
        "UPDATE want_subscription w SET radius_password = s.secret, mark = s.mark FROM sealed s "
        "WHERE s.legacy_id = w.legacy_id"
    )
    numbering.number(ctx, "subscriptions_subscription", "want_subscription", "subscription", "service")
    supposed = {"cancelled_on": "no_end", "charged_until": "no_charge", "anchor": "no_start", "started_on": "no_start"}
    sealed = Kind(secrets=("radius_password",), supposed=supposed)
    merge(ctx, "subscriptions_subscription", "want_subscription", SUBSCRIPTION, "service", sealed)
    touched(ctx, "subscriptions_subscription", SUBSCRIPTION)
    ctx.found("service_otherwise_here", "service", OTHERWISE_HERE)
    ctx.found("service_without_location", "service", LOST_SERVICES.format(NO_LOCATION))
    ctx.found("service_without_product", "service", LOST_SERVICES.format(NO_PRODUCT))
    ctx.found("service_recurrence", "service", LOST_SERVICES.format("s.payment_recurrence NOT IN (1, 3, 6, 12)"))
    ctx.found("service_ended", "service", ENDED_SERVICES)
    ctx.found(
        "next_invoice_missing",
        "service",
        "SELECT id, '', NULL::numeric FROM service_used WHERE status = 1 AND next_invoice IS NULL",
    )


def collections(ctx: Ctx) -> None:
    """Arrangements and suspensions."""
    ctx.script("collections")
    merge(ctx, "collections_paymentarrangement", "want_arrangement", ARRANGEMENT, "accord_paiement")
    suspension = ("customer_id", "starts_on", "ends_on", "reason")
    touched(ctx, "collections_suspension", suspension)
    ctx.cursor.execute(SUSPENDED_HERE)
    ctx.list_rows("suspended_here", "account_suspension", ctx.cursor.fetchall())
    merge(ctx, "collections_suspension", "want_suspension", suspension, "account_suspension")
    ctx.found(
        "arrangement_without_cutoff",
        "accord_paiement",
        "SELECT legacy_id, '', amount FROM want_arrangement WHERE status = 'open' AND cutoff_on IS NULL",
    )
    ctx.found(
        "arrangement_broken",
        "accord_paiement",
        "SELECT legacy_id, cutoff_on::text, amount FROM want_arrangement WHERE status = 'broken'",
    )
    ctx.found(
        "suspension_without_date",
        "account_suspension",
        "SELECT id, '', NULL::numeric FROM legacy_stage.account_suspension WHERE legacy_day(date_start) IS NULL",
    )
    ctx.found("arrangement_without_account", "accord_paiement", NO_CUSTOMER.format("accord_paiement", "x.montant"))
    ctx.found("suspension_without_account", "account_suspension", NO_CUSTOMER.format("account_suspension", NOTHING))


def invoices(ctx: Ctx) -> None:
    """Invoices and credit notes with lines and taxes, as billed."""
    derive(ctx, "invoice_sum", ("invoice_item", "invoice_tax", "tax"), INVOICE_SUM)
    ctx.script("invoices")
    ctx.script("invoice_rows")
    ctx.script("reissues")
    ctx.count("new", int(ctx.one("SELECT count(*) FROM new_doc")))
    ctx.script("invoice_changes")
    ctx.found("document_reissued", "invoice", REISSUED)
    ctx.found("document_changed", "invoice", DOCUMENT_CHANGED)
    ctx.found("document_changed", "invoice", DOCUMENT_DIFFERS)
    ctx.found("sent_since", "invoice", SENT_SINCE)
    for table, column, ours, key in DRAFT_PARTS:
        ctx.found("deleted_here", table, DRAFT_DELETED.format(table=table, column=column, ours=ours, key=key))
    ctx.found("gone_from_source", "invoice", INVOICE_GONE)
    ctx.found("correction_positive", "invoice", CORRECTION_POSITIVE)
    ctx.found("credit_note_unlinked", "invoice", UNLINKED_NOTE)
    ctx.found(
        "lines_unequal", "invoice", "SELECT id, '', sign * (before_taxes - lines) FROM doc WHERE before_taxes <> lines"
    )
    ctx.found(
        "invoice_without_account",
        "invoice",
        "SELECT id, '', total_amt FROM legacy_stage.invoice WHERE account_id = 0",
    )
    ctx.found("draft", "invoice", "SELECT id, '', total_amt FROM doc WHERE NOT final")
    ctx.found(
        "line_without_invoice",
        "invoice_item",
        _orphan("invoice_item", "invoice_id", "invoice", "round(x.quantity * x.unitary_price, 2)", OF_SOMEBODY),
    )
    ctx.found("line_without_service", "invoice_item", LINE_OF_NO_SERVICE)
    ctx.found(
        "tax_without_invoice", "invoice_tax", _orphan("invoice_tax", "invoice_id", "invoice", "x.amount", OF_SOMEBODY)
    )
    ctx.found("tax_zero", "invoice_tax", TAX_ZERO)
    ctx.found("tax_unknown", "invoice_tax", TAX_UNKNOWN)


def payments(ctx: Ctx) -> None:
    """Payments, then what every document leaves open."""
    ctx.script("payments")
    returns.link_returns(ctx)
    merge(ctx, "payments_payment", "want_payment", PAYMENT, "payment", Kind(fixed=True, once=("id", "reverses_id")))
    returns.list_unmatched(ctx)
    ctx.found("document_changed", "payment", PAYMENT_CHANGED)
    ctx.found("gone_from_source", "payment", PAYMENT_GONE)
    ctx.found("payment_zero", "payment", "SELECT id, '', amount FROM legacy_stage.payment WHERE amount = 0")
    ctx.found(
        "payment_without_account",
        "payment",
        "SELECT id, '', amount FROM legacy_stage.payment WHERE account_id = 0",
    )


def receivables(ctx: Ctx) -> None:
    """Open items, allocations, credit notes applied."""
    ctx.script("cut")
    ctx.script("receivables")
    for table, which in (("invoice", "IN"), ("payment", "NOT IN")):
        ctx.found("month_closed_here", table, LATE.format(which))
    reissues.take_back(ctx)
    allocations.import_allocations(ctx)
    ctx.script("credit_notes")
    reissues.give_back(ctx)
    allocations.compare(ctx)


def postings(ctx: Ctx) -> None:
    """Opening balances, postings, charged periods."""
    ctx.script("cut")
    if ctx.journal:
        opening.replay(ctx)
    opening.balances(ctx)
    ctx.script("postings")
    ctx.count("new", int(ctx.cursor.rowcount))
    opening.close_months(ctx)
    ctx.script("charged")


def _orphan(table: str, column: str, parent: str, amount: str = "NULL::numeric", which: str = "true") -> str:
    """List the rows of a table whose parent `p` is gone, or is none of those that count."""
    return (
        f"SELECT x.id, x.{column}::text, {amount} FROM legacy_stage.{table} x "  # noqa: S608  names of our own
        f"WHERE NOT EXISTS (SELECT 1 FROM legacy_stage.{parent} p WHERE p.id = x.{column} AND {which})"
    )


#: Notes are memos, what stands on a customer's row (its id, negative), and suspensions without a day (below that).
NOTE = Kind(
    table="CASE WHEN c.legacy_id > 0 THEN 'account_memo' WHEN c.legacy_id > -1000000000 THEN 'account' "
    "ELSE 'account_suspension' END",
    row="abs(c.legacy_id) % 1000000000",
    beside="c.legacy_id BETWEEN -999999999 AND 0",
)
#: Columns that hold a day which can't lie after the named one.
DATES = {
    "account": {"date_orig": "CURRENT_DATE", "terminate_date": "CURRENT_DATE"},
    "delivery": {"date_orig": "CURRENT_DATE"},
    "service": {"date_orig": "CURRENT_DATE + 366", "date_next_invoice": "CURRENT_DATE + 3660"},
    "invoice": {"date_orig": "CURRENT_DATE + 1"},
    "payment": {"date_orig": "CURRENT_DATE + 1"},
}
#: An invoice of no account is as good as none to its lines and taxes.
OF_SOMEBODY = "p.account_id > 0"
#: Of a draft: a table, the column that names the draft, where its rows stand here, by which key.
DRAFT_PARTS = (
    ("invoice", "id", "billing_invoice", "id"),
    ("invoice_item", "invoice_id", "billing_invoiceline", "id"),
    ("invoice_tax", "invoice_id", "billing_invoice", "invoice_id"),
)
INVOICE_TABLES = ("billing_invoice", "billing_invoiceline", "billing_invoicetax")
PHASES = (
    Phase("reference", Text("Comptes, catalogue", "Accounts, catalogue"), reference),
    Phase("staff", Text("Personnel", "Staff"), people.import_staff),
    Phase("customers", Text("Clients", "Customers"), customers),
    Phase("contacts", Text("Coordonnées", "Contacts"), people.import_contacts),
    Phase("locations", Text("Lieux de service", "Locations"), locations),
    Phase("work_orders", Text("Techniciens, bons de travail", "Technicians, work orders"), field.import_work_orders),
    Phase("notes", Text("Notes", "Notes"), notes),
    Phase("subscriptions", Text("Abonnements", "Subscriptions"), subscriptions),
    Phase("network", Text("Fibre et équipement", "Fibre and equipment"), plant.import_plant),
    Phase("traffic", Text("Adresses IP et consommation", "IP addresses and usage"), traffic.import_traffic),
    Phase("methods", Text("Modes de paiement", "Payment methods"), methods.import_methods),
    Phase("collections", Text("Accords et suspensions", "Arrangements and suspensions"), collections),
    Phase("quotations", Text("Soumissions", "Quotations"), offers.import_offers),
    Phase("invoices", Text("Factures", "Invoices"), invoices, large=INVOICE_TABLES),
    Phase("payments", Text("Paiements", "Payments"), payments, large=("payments_payment",)),
    Phase(
        "receivables",
        Text("Comptes clients", "Receivables"),
        receivables,
        large=("ledger_openitem", "ledger_allocation"),
    ),
    Phase(
        "postings",
        Text("Grand livre", "Ledger"),
        postings,
        large=("ledger_journalentry", "ledger_journalline"),
    ),
    Phase("checks", Text("Contrôle des livres", "Checks of the books"), checking.check_the_books),
)
