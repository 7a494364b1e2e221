"""What customers owe on a day, computed by hand: plain Python over plain rows, in nothing like the run's own SQL.

Used by proofs only; it calls nothing of the platform. It knows recurring lines with their dated changes, promotions
day by day, 9-1-1 month by month, charges that wait, children paid for by a parent, certificates and taxes. What then
becomes of it in the books is `by_hand_books.py`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from django.db import connection

from bench.proofs.by_hand_days import ONE_DAY, ZERO, Days, months_later, months_of, part, period_around, times

Row = dict[str, Any]
LIVE = {"active", "suspended", "paused"}
FORBIDDEN = {"activation", "modification"}


class Line(NamedTuple):
    """A line as it should stand on the invoice; `member` is whom it is for."""

    kind: str
    member: int
    location: int | None
    subscription: int | None
    item: int | None
    promotion: int | None
    amount: Decimal
    taxable: bool
    account: str
    start: date | None
    end: date | None


class Piece(NamedTuple):
    """Days served as one item at one price, of an anchored period that costs `price` whole."""

    days: Days
    whole: Days
    item: int
    price: Decimal


@dataclass
class Document:
    """What one customer should get."""

    lines: list[Line] = field(default_factory=list)
    taxes: dict[str, Decimal] = field(default_factory=dict)

    @property
    def subtotal(self) -> Decimal:
        """What the lines come to."""
        return sum((line.amount for line in self.lines), ZERO)

    @property
    def total(self) -> Decimal:
        """With taxes."""
        return self.subtotal + sum(self.taxes.values(), ZERO)


class World:
    """Every row that matters, read once."""

    def __init__(self, on: date, catch_up: int = 12) -> None:
        self.on, self.catch_up = on, catch_up
        self.customers = {row["id"]: row for row in dicts("SELECT * FROM crm_customer")}
        self.subscriptions = dicts("SELECT * FROM subscriptions_subscription ORDER BY id")
        self.known = {code for (code,) in rows("SELECT code FROM billing_taxcategory WHERE since <= %s", [on])}
        self.items = {row["id"]: row for row in dicts(_ITEMS)}
        self.prices = _by(dicts("SELECT * FROM catalog_itemprice"), "item_id")
        self.changes = _by(dicts(_CHANGES), "subscription_id")
        self.charged = _by(dicts("SELECT * FROM billing_chargedperiod WHERE kind = 'recurring'"), "subscription_id")
        self.waiting = dicts("SELECT * FROM billing_pendingcharge WHERE withdrawn_at IS NULL AND line_id IS NULL")
        self.waits = _by(self.waiting, "subscription_id")
        self.promotions = _by(dicts("SELECT * FROM subscriptions_promotion ORDER BY id"), "subscription_id")
        self.promoted = _by(dicts("SELECT * FROM billing_promotedperiod"), "promotion_id")
        self.levied = set(rows("SELECT subscription_id, month FROM billing_leviedmonth"))
        self.certificates = _by(dicts(_CERTIFICATES), "customer_id")
        self.rates = _by(dicts(_RATES, [on, on]), "category_id")
        self.roles = dict(rows("SELECT role, number FROM ledger_account WHERE role <> ''"))
        told = rows("SELECT value FROM kernel_setting WHERE key = 'billing.municipal_tax_911'")
        tariff = told[0][0] if told else {}
        said = json.loads(tariff) if isinstance(tariff, str) else tariff
        self.levy = {int(year): Decimal(amount) for year, amount in said.items()}

    def payer(self, customer: int) -> int | None:
        """Return who pays for a customer; None when he can't be billed."""
        member = self.customers[customer]
        payer = self.customers[member["parent_id"] or customer]
        same = member["tax_category"] == payer["tax_category"]
        return payer["id"] if same and payer["tax_category"] in self.known else None

    def spared(self, member: int, location: int | None, tax: str) -> bool:
        """Whether a certificate of the day spares a member a tax at a place."""
        return any(
            row["code"] == tax and self.on in row["days"] and row["location_id"] in {None, location}
            for row in self.certificates[member]
        )


def everybody(on: date, *, catch_up: int = 12) -> dict[int, Document]:
    """Return what each payer should get on a day, by his id; who gets nothing is left out."""
    world = World(on, catch_up)
    documents: dict[int, Document] = defaultdict(Document)
    for row in world.subscriptions:
        payer = world.payer(row["customer_id"])
        if row["state"] in LIVE and payer is not None:
            documents[payer].lines += _lines_of(world, row)
    for row in world.waiting:
        payer = world.payer(row["customer_id"])
        if payer is not None and row["not_before"] <= on and _allowed(world, row):
            documents[payer].lines.append(_waited(row))
    for payer, document in documents.items():
        document.taxes = _taxes(world, world.customers[payer]["tax_category"], document.lines)
    return {payer: document for payer, document in documents.items() if document.lines}


def _lines_of(world: World, row: Row) -> list[Line]:
    """Return the lines of one subscription; none when nothing is due or it can't be billed."""
    pieces = _served(world, row)
    if pieces is None:
        return []

    def line(kind: str, amount: Decimal, days: Days, **more: Any) -> Line:
        facts = {"item": None, "promotion": None, "taxable": True} | more
        ids = {"member": row["customer_id"], "location": row["location_id"], "subscription": row["id"]}
        return Line(kind=kind, **ids, amount=amount, start=days.start, end=days.end, **facts)

    made = []
    before: dict[tuple[Days, Decimal, int], list[tuple[int, Decimal]]] = {}
    for piece in pieces:
        key = piece.whole, piece.price, piece.item
        earlier = before.setdefault(key, _charged_before(world, row, piece))
        amount = _rest_of(piece.price, piece.days, piece.whole, earlier)
        sold = world.items[piece.item]
        facts = {"item": piece.item, "taxable": sold["taxable"], "account": sold["account"]}
        made.append(line("recurring", amount, piece.days, **facts))
    made += _promotions(world, row, pieces, line)
    made += _levies(world, row, pieces, line)
    return made


def _served(world: World, row: Row) -> list[Piece] | None:
    """Return what is due of one subscription, in pieces; None when it isn't, or can't be billed."""
    changes = world.changes[row["id"]]
    planned_ends = [change["on"] for change in changes if change["kind"] == "end"]
    ends = min((day for day in [row["ends_on"], *planned_ends] if day), default=None)
    since = row["charged_until"]
    stopped = row["state"] == "paused" or (row["state"] == "suspended" and not row["charged_while_suspended"])
    if stopped or since > world.on or (ends and ends <= since):
        return None
    if (ends and row["started_on"] and ends <= row["started_on"]) or since < months_later(world.on, -world.catch_up):
        return None
    found = []
    while since <= world.on and (ends is None or since < ends):
        whole = period_around(row["anchor"], row["interval_months"], since)
        for days in _pieces(Days(since, min(whole.end, ends) if ends else whole.end), changes):
            if _rests(row, changes, days.start):
                continue
            item, price = _item_and_price(world, row, changes, days.start)
            if price is None or not world.items[item]["account"]:
                return None
            found.append(Piece(days, whole, item, times(price, row["quantity"])))
        since = whole.end
    return found


def _pieces(days: Days, changes: list[Row]) -> Iterator[Days]:
    """Cut some days wherever a change begins or ends."""
    cuts = {days.start, days.end}
    for change in changes:
        if change["kind"] != "end":
            cuts |= {day for day in (change["on"], change["until"]) if day and days.start < day < days.end}
    for start, end in pairwise(sorted(cuts)):
        yield Days(start, end)


def _rests(row: Row, changes: list[Row], day: date) -> bool:
    """Whether a change has it paused or suspended on a day: the last one that came says."""
    said = [c for c in changes if c["kind"] in {"pause", "suspend", "resume"} and c["on"] <= day]
    if not said:
        return False
    last = said[-1]
    if last["kind"] == "pause":
        return last["until"] is None or day < last["until"]
    return last["kind"] == "suspend" and not row["charged_while_suspended"]


def _item_and_price(world: World, row: Row, changes: list[Row], day: date) -> tuple[int, Decimal | None]:
    """Return what it is on a day and what it costs: by the last change that came, else as it stands."""
    item, own = row["item_id"], row["price_override"]
    for change in changes:
        if change["on"] <= day and change["kind"] in {"item", "price"}:
            item = change["item_id"] or item
            own = change["price"]
    listed = next((price["price"] for price in world.prices[item] if day in price["days"]), None)
    return item, own if own is not None else listed


def _charged_before(world: World, row: Row, piece: Piece) -> list[tuple[int, Decimal]]:
    """Return the days of a period charged at a price before, or waiting to be, each with what they cost."""
    found = [
        ((old["period"].upper - old["period"].lower).days, old["amount"])
        for old in world.charged[row["id"]]
        if _same_whole(old["whole"], piece.whole) and old["price"] == piece.price and old["amount"] is not None
    ]
    found += [
        ((old["period"].upper - old["period"].lower).days, old["amount"])
        for old in world.waits[row["id"]]
        if old["kind"] == "recurring"
        and _same_whole(old["whole"], piece.whole)
        and times(old["unit_price"], old["quantity"]) == piece.price
    ]
    return found


def _promotions(world: World, row: Row, pieces: list[Piece], line: Callable[..., Line]) -> list[Line]:
    """Return what promotions take off, the oldest first, each day by itself; never more than the day's price."""
    made = []
    off: dict[date, Decimal] = defaultdict(lambda: ZERO)
    for promotion in world.promotions[row["id"]]:
        until = min((d for d in (promotion["until"], promotion["withdrawn_on"]) if d), default=date.max)
        parts: list[tuple[Piece, Days, Decimal]] = []
        for piece in pieces:
            wish = promotion["amount"]
            if wish is None:
                wish = times(piece.price, promotion["percent"] / 100)
            for day in piece.days:
                discount = min(wish, piece.price - off[day]) if promotion["since"] <= day < until else ZERO
                if discount <= 0:
                    continue
                if parts and parts[-1][0] == piece and parts[-1][1].end == day and parts[-1][2] == discount:
                    parts[-1] = (piece, Days(parts[-1][1].start, day + ONE_DAY), discount)
                else:
                    parts.append((piece, Days(day, day + ONE_DAY), discount))
        made += _of_promotion(world, promotion, parts, off, line)
    return made


def _of_promotion(
    world: World,
    promotion: Row,
    parts: list[tuple[Piece, Days, Decimal]],
    off: dict[date, Decimal],
    line: Callable[..., Line],
) -> list[Line]:
    """Return the lines of one promotion, as long as it has cycles."""
    used = {old["whole"].lower for old in world.promoted[promotion["id"]]}
    waits = world.waits[promotion["subscription_id"]]
    used |= {w["whole"].lower for w in waits if w["promotion_id"] == promotion["id"] and w["kind"] == "promotion"}
    made = []
    before: dict[tuple[Days, Decimal], list[tuple[int, Decimal]]] = {}
    for piece, days, discount in parts:
        if piece.whole.start not in used and promotion["cycles"] is not None and len(used) >= promotion["cycles"]:
            continue
        used.add(piece.whole.start)
        for day in days:
            off[day] += discount
        earlier = before.setdefault(
            (piece.whole, discount),
            [
                ((old["period"].upper - old["period"].lower).days, old["amount"])
                for old in world.promoted[promotion["id"]]
                if _same_whole(old["whole"], piece.whole) and old["discount"] == discount
            ],
        )
        amount = -_rest_of(discount, days, piece.whole, earlier)
        facts = {"item": piece.item, "taxable": world.items[piece.item]["taxable"], "promotion": promotion["id"]}
        made.append(line("promotion", amount, days, account=world.roles["revenue.discount"], **facts))
    return made


def _levies(world: World, row: Row, pieces: list[Piece], line: Callable[..., Line]) -> list[Line]:
    """Return the 9-1-1 tax of each month with a day served as a telephone, months in a row at one amount together."""
    wanted = {}
    for piece in pieces:
        if world.items[piece.item]["service_kind"] != "telephone":
            continue
        for month in months_of(piece.days):
            former = [old for old in world.charged[row["id"]] if old["price"] is None]
            taxed = any(old["period"].lower < piece.days.start and old["period"].upper > month for old in former)
            if month.year in world.levy and not (piece.days.start > month and taxed):
                wanted[month] = times(world.levy[month.year], row["quantity"])
    levied = {month for subscription, month in world.levied if subscription == row["id"]}
    levied |= {w["period"].lower for w in world.waits[row["id"]] if w["kind"] == "levy"}
    if world.spared(row["customer_id"], row["location_id"], "911"):
        return []
    made: list[Line] = []
    for month in sorted(wanted.keys() - levied):
        after, amount = months_later(month, 1), wanted[month]
        if made and made[-1].end == month and world.levy[month.year] == world.levy[months_later(month, -1).year]:
            made[-1] = made[-1]._replace(end=after, amount=made[-1].amount + amount)
        else:
            made.append(line("levy", amount, Days(month, after), account=world.roles["tax_911"]))
    return made


def _rest_of(price: Decimal, days: Days, whole: Days, earlier: list[tuple[int, Decimal]]) -> Decimal:
    """Return what some days cost after earlier ones of their period, and remember them: parts add up to the whole."""
    count, billed = sum(days for days, _ in earlier), sum((amount for _, amount in earlier), ZERO)
    amount = part(price, count + days.count, whole.count) - billed
    earlier.append((days.count, amount))
    return amount


def _waited(row: Row) -> Line:
    days = row["period"]
    return Line(
        kind=row["kind"],
        member=row["customer_id"],
        location=row["location_id"],
        subscription=row["subscription_id"],
        item=row["item_id"],
        promotion=row["promotion_id"],
        amount=row["amount"],
        taxable=row["taxable"],
        account=row["revenue_account"],
        start=days.lower if days else None,
        end=days.upper if days else None,
    )


def _allowed(world: World, row: Row) -> bool:
    """Whether a charge may be billed: a fee that the law forbids keeps waiting, its credit doesn't."""
    fee = world.items[row["item_id"]]["fee_class"] if row["item_id"] else ""
    member = world.customers[row["customer_id"]]
    kinds = {member["kind"], world.customers[member["parent_id"] or member["id"]]["kind"]}
    return row["kind"] == "credit" or not (fee in FORBIDDEN or (fee == "penalty" and "individual" in kinds))


def _taxes(world: World, category: str, lines: list[Line]) -> dict[str, Decimal]:
    """Return each tax on all its lines, rounded once, without those that a certificate spares."""
    found = {}
    for tax in world.rates[category]:
        assert not tax["compound"], "no tax of these days is computed on another"
        base = sum((n.amount for n in lines if n.taxable and not world.spared(n.member, n.location, tax["code"])), ZERO)
        if base:
            found[tax["code"]] = times(base, tax["rate"])
    return found


def _same_whole(known: Any, whole: Days) -> bool:
    return known is not None and (known.lower, known.upper) == (whole.start, whole.end)


def _by(found: list[Row], key: str) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in found:
        groups[row[key]].append(row)
    return groups


_ITEMS = """
SELECT i.*, a.number AS account FROM catalog_item i JOIN catalog_itemgroup g ON g.id = i.group_id
LEFT JOIN ledger_account a ON a.number = g.revenue_account
"""
_CHANGES = """
SELECT * FROM subscriptions_subscriptionchange WHERE state = 'planned' ORDER BY "on", id
"""
_CERTIFICATES = """
SELECT e.customer_id, e.location_id, e.days, t.code FROM billing_taxexemption e
JOIN billing_exemptedtax x ON x.exemption_id = e.id JOIN billing_tax t ON t.id = x.tax_id
"""
_RATES = """
SELECT c.category_id, t.code, r.rate, r.compound FROM billing_categorytax c JOIN billing_tax t ON t.id = c.tax_id
JOIN billing_taxrate r ON r.tax_id = t.id AND r.days @> %s::date WHERE c.days @> %s::date
"""


def rows(query: str, values: list[Any] | None = None) -> list[Any]:
    """Return the rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def dicts(query: str, values: list[Any] | None = None) -> list[Row]:
    """Return the rows of a query, each by the names of its columns."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
