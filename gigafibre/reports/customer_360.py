"""Everything about one customer, for one page, in a fixed number of queries: each part for who may see it."""

from __future__ import annotations

from typing import Any

from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.text import current_language
from gigafibre.reports.blocks import jobs, network
from gigafibre.reports.reading import rows
from gigafibre.reports.rights import Block, Rights, blocks, only
from gigafibre.reports.timeline import timeline

#: Rows of a block on the page; the rest is behind its own list.
SHOWN = 8
#: The head of the page: who he is is the CRM's, what he owes is not.
HEADER: Rights = {
    "crm.read": (
        *("id", "number", "display_name", "kind", "segment", "status", "title", "first_name", "last_name", "company"),
        *("language", "vip", "bad_payer", "tax_category", "invoice_delivery", "billing_day", "customer_since"),
        *("ended_on", "end_reason", "placeholder", "may_become", "legacy_id", "legacy_customer_id", "billing_address"),
    ),
    "subscriptions.read": ("active", "paused", "suspended", "monthly"),
    "billing.read": ("balance", "overdue", "overdue_days", "open_invoices", "credit", "next_on", "next_amount"),
    "payments.read": ("method",),
    "collections.read": ("arrangement", "suspension"),
}
LOCATION: Rights = {
    "crm.read": (
        *("id", "number", "label", "line1", "line2", "city", "province", "postal_code", "latitude", "longitude"),
        *("geocode_quality", "connection_type", "access_notes", "contact_name", "contact_phone", "contact_mobile"),
        *("contact_email", "legacy_id", "former"),
    ),
    "subscriptions.read": ("subscriptions", "live", "ended"),
}


def customer_360(number: str, actor: Actor) -> dict[str, Any]:
    """Return the customer's page as data: three queries and one per block the reader may see, whatever he has.

    The number of a customer who was merged gives the one he is. NotFound when there is no such customer.
    """
    today = clock.today()
    found = rows("customer_header", {"number": number, "today": today})
    if not found:
        raise NotFound(what=number)
    head = found[0]
    given = {
        "id": head["id"],
        "today": today,
        "language": current_language(),
        "limit": SHOWN,
        "subject": f"customer:{head['number']}",
    }
    return {
        "header": only(HEADER, _header(head), actor),
        "locations": [only(LOCATION, _location(row), actor) for row in rows("customer_locations", given)],
        **blocks(BLOCKS, given, actor),
        "timeline": timeline(head["number"], head["id"], actor),
    }


def _header(head: dict[str, Any]) -> dict[str, Any]:
    today = clock.today()
    oldest = head["oldest_due"]
    address = {name: head.pop(name) for name in ("line1", "line2", "city", "province", "postal_code")}
    money = {name: f"{head.pop(name):.2f}" for name in ("balance", "overdue", "credit", "monthly", "next_amount")}
    return (
        head
        | money
        | {
            "billing_address": address,
            "overdue_days": (today - oldest).days if oldest and oldest < today else 0,
            "active": head["active"] or 0,
            "paused": head["paused"] or 0,
            "suspended": head["suspended"] or 0,
            "may_become": sorted(crm.FOLLOWS[head["status"]]),
        }
    )


def _location(row: dict[str, Any]) -> dict[str, Any]:
    for name in ("latitude", "longitude"):
        row[name] = None if row[name] is None else float(row[name])
    return row


def _invoice(row: dict[str, Any]) -> dict[str, Any]:
    open_ = row["open"]
    return {
        "number": row["number"],
        "kind": row["kind"],
        "date": row["date"],
        "due_date": row["due_date"],
        "total": f"{row['total']:.2f}",
        "open": None if open_ is None else f"{open_:.2f}",
        "status": _status(row),
        "overdue_days": max((clock.today() - row["due_date"]).days, 0) if open_ and row["kind"] == "invoice" else 0,
    }


def _status(row: dict[str, Any]) -> str:
    """Derive a document's state from its open item: draft, credit, paid, partly, overdue, open."""
    if row["state"] == "draft":
        return "draft"
    if row["kind"] == "credit_note":
        return "credit"
    if not row["open"]:
        return "paid"
    if row["due_date"] < clock.today():
        return "overdue"
    return "partly" if row["open"] < row["total"] else "open"


def _payment(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "number": row["number"],
        "date": row["date"],
        "amount": f"{row['amount']:.2f}",
        "mode": row["mode"],
        "reference": row["reference"],
        "reversed": row["reversed_by"] is not None,
        "returned": row["amount"] < 0,
        "unapplied": None if not row["unapplied"] else f"{row['unapplied']:.2f}",
        "applied": row["applied"],
    }


def _count(found: list[dict[str, Any]]) -> int:
    return int(found[0]["total_count"]) if found else 0


def _invoices(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"invoices": {"items": [_invoice(row) for row in found], "count": _count(found)}}


def _payments(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"payments": {"items": [_payment(row) for row in found], "count": _count(found)}}


#: What apps have on a customer, one statement each; `made` gives no key that is not named here.
BLOCKS = (
    Block("customer_contacts", {"crm.read": ("contacts", "consents")}),
    Block(
        "customer_promises",
        {
            "payments.read": ("methods",),
            "collections.read": ("arrangements", "arrangement_count", "suspensions"),
            "kernel.read_files": ("files",),
        },
    ),
    Block("customer_invoices", {"billing.read": ("invoices",)}, _invoices),
    Block("customer_payments", {"payments.read": ("payments",)}, _payments),
    Block("customer_sales", {"sales.read": ("sales",)}, lambda found: {"sales": found[0]}),
    Block("customer_issues", {"support.read": ("issues",)}, lambda found: {"issues": found[0]}),
    Block("customer_jobs", {"dispatch.read": ("jobs",)}, lambda found: {"jobs": jobs(found)}),
    Block("customer_network", {"network.read": ("network",)}, lambda found: {"network": network(found[0])}),
)
