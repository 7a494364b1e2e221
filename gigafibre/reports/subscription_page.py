"""Everything about one subscription, for one page, in a fixed number of queries."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.money import plain, total
from gigafibre.kernel.text import current_language
from gigafibre.reports.blocks import network
from gigafibre.reports.reading import rows
from gigafibre.reports.timeline import timeline
from gigafibre.subscriptions.errors import NoSuchSubscription

#: Rows of a block on the page.
SHOWN = 12


def subscription_page(number: str, actor: Actor) -> dict[str, Any]:
    """Return a subscription's page as data: amounts as text. NoSuchSubscription when there is none."""
    given: dict[str, Any] = {"number": number, "today": clock.today(), "language": current_language(), "limit": SHOWN}
    found = rows("subscription_header", given)
    if not found:
        raise NoSuchSubscription(subscription=number)
    head = found[0]
    given["id"] = head["id"]
    waiting = rows("subscription_waiting", given)
    periods = rows("subscription_periods", given)
    lines = rows("subscription_lines", given)
    return {
        "header": head
        | {name: _amount(head[name]) for name in ("own_price", "list_price", "price", "monthly")}
        | {"quantity": plain(head["quantity"])},
        "changes": [_with(row, "price") for row in rows("subscription_changes", given | {"limit": 40})],
        "waiting": [_with(row, "amount") for row in waiting],
        "waiting_total": f"{total(row['amount'] for row in waiting):f}",
        "periods": {"items": [_with(row, "price", "amount") for row in periods], "count": _count(periods)},
        "lines": {"items": [_with(row, "amount") for row in lines], "count": _count(lines)},
        "network": network(rows("subscription_network", given)[0]) if actor.may("network.read") else None,
        "timeline": timeline(number, head["id"], actor, of="subscription"),
    }


def _with(row: dict[str, Any], *amounts: str) -> dict[str, Any]:
    return row | {name: _amount(row[name]) for name in amounts}


def _amount(value: Any) -> str | None:
    """Write an amount with two places, a unit price with up to four."""
    if value is None:
        return None
    short = value.quantize(value.__class__("0.01"))
    return f"{short if short == value else value.normalize():f}"


def _count(found: list[dict[str, Any]]) -> int:
    return int(found[0]["total_count"]) if found else 0
