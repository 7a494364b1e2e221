"""Everything about one customer, for one page, in a fixed number of queries."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.text import current_language
from gigafibre.reports.blocks import blocks
from gigafibre.reports.reading import rows
from gigafibre.reports.timeline import timeline

#: Rows of a block on the page; the rest is behind its own list.
SHOWN = 8


def customer_360(number: str, actor: Actor) -> dict[str, Any]:
    """Return the customer's page as data: seven queries and one per block the reader may see, whatever he has.

    NotFound when there is no such customer.
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
        "subject": f"customer:{number}",
    }
    (contacts,) = rows("customer_contacts", given)
    (promises,) = rows("customer_promises", given)
    invoices = rows("customer_invoices", given)
    payments = rows("customer_payments", given)
    return {
        "header": _header(head),
        "contacts": contacts["contacts"],
        "consents": contacts["consents"],
        "locations": [_location(row) for row in rows("customer_locations", given)],
        "invoices": {"items": [_invoice(row) for row in invoices], "count": _count(invoices)},
        "payments": {"items": [_payment(row) for row in payments], "count": _count(payments)},
        "methods": promises["methods"],
        "arrangements": promises["arrangements"],
        "arrangement_count": promises["arrangement_count"],
        "suspensions": promises["suspensions"],
        "files": promises["files"],
        **blocks(given, actor),
        "timeline": timeline(number, head["id"], actor),
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
