"""Everything about one subscription, for one page, in a fixed number of queries."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.money import plain, total
from gigafibre.kernel.text import current_language
from gigafibre.reports.blocks import network
from gigafibre.reports.reading import rows
from gigafibre.reports.rights import Block, blocks
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
    return {
        "header": head
        | {name: _amount(head[name]) for name in ("own_price", "list_price", "price", "monthly")}
        | {"quantity": plain(head["quantity"])},
        **blocks(BLOCKS, given, actor),
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


def _changes(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"changes": [_with(row, "price") for row in found]}


def _waiting(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "waiting": [_with(row, "amount") for row in found],
        "waiting_total": f"{total(row['amount'] for row in found):f}",
    }


def _periods(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"periods": {"items": [_with(row, "price", "amount") for row in found], "count": _count(found)}}


def _lines(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"lines": {"items": [_with(row, "amount") for row in found], "count": _count(found)}}


#: What apps have on a subscription, one statement each.
BLOCKS = (
    Block("subscription_changes", {"subscriptions.read": ("changes",)}, _changes),
    Block("subscription_waiting", {"billing.read": ("waiting", "waiting_total")}, _waiting),
    Block("subscription_periods", {"billing.read": ("periods",)}, _periods),
    Block("subscription_lines", {"billing.read": ("lines",)}, _lines),
    Block("subscription_network", {"network.read": ("network",)}, lambda found: {"network": network(found[0])}),
)
