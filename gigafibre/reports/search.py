"""What the search box adds to what it found: whose it is, what is owed and since when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.search import adds_to
from gigafibre.kernel.text import current_language
from gigafibre.reports.reading import rows


@adds_to("customer", "billing.read")
def balances(keys: Sequence[int]) -> Mapping[int, Mapping[str, Any]]:
    """Balance, and what of it is overdue since how many days."""
    found = rows("found_customers", {"ids": list(keys), "today": clock.today()})
    return {
        row["id"]: {
            "amount": f"{row['balance']:.2f}",
            "overdue": f"{row['overdue']:.2f}",
            "overdue_days": row["overdue_days"],
        }
        for row in found
    }


@adds_to("invoice", "billing.read")
def invoices(keys: Sequence[int]) -> Mapping[int, Mapping[str, Any]]:
    """Customer, and what is still open since how many days past due."""
    found = rows("found_invoices", {"ids": list(keys), "today": clock.today()})
    return {
        row["id"]: {
            "customer": row["customer"],
            "status": row["status"],
            "overdue": f"{row['overdue']:.2f}",
            "overdue_days": row["overdue_days"],
        }
        for row in found
    }


@adds_to("subscription", "crm.read")
def subscriptions(keys: Sequence[int]) -> Mapping[int, Mapping[str, Any]]:
    """What it is, and whose; it has a page of its own."""
    found = _of_a_customer("found_subscriptions", keys)
    return {key: {name: value for name, value in facts.items() if name != "url"} for key, facts in found.items()}


@adds_to("payment", "crm.read")
def payments(keys: Sequence[int]) -> Mapping[int, Mapping[str, Any]]:
    """Whose it is: its page is the customer's."""
    return _of_a_customer("found_payments", keys)


def _of_a_customer(script: str, keys: Sequence[int]) -> Mapping[int, Mapping[str, Any]]:
    english = current_language() == "en"
    return {
        row["id"]: {
            "subtitle": ", ".join(part for part in (row["name_en"] if english else row["name_fr"], row["who"]) if part),
            "customer": row["customer"],
            "url": f"/customers/{row['customer']}#{row['number']}",
        }
        for row in rows(script, {"ids": list(keys)})
    }
