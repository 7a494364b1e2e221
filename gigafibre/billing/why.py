"""Why an invoice differs from the one before, in plain words: a rule without a database, the same on page, API and PDF.

The amounts of the reasons add up to the difference of the two totals, to the cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from gigafibre.billing import why_words as words
from gigafibre.kernel.periods import Period
from gigafibre.kernel.text import Text

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Charged:
    """A line of one of the two invoices; `whole` is the full period its days are part of."""

    nature: str
    """`recurring`, `discount`, `credit` or `once`."""
    subscription: str
    sku: str
    what: str
    quantity: Decimal
    unit_price: Decimal
    amount: Decimal
    days: Period | None = None
    whole: Period | None = None
    charged_until: date | None = None

    @property
    def full(self) -> bool:
        """Whether it charges a period whole."""
        return self.days is None or self.whole is None or self.days.days >= self.whole.days


@dataclass(frozen=True)
class Happened:
    """What became of a subscription: `item`, `price`, `pause`, `suspend`, `end` or `resume`, from a day on."""

    subscription: str
    kind: str
    on: date
    until: date | None = None


@dataclass(frozen=True)
class Reason:
    """One thing that makes the difference, and how much of it, in CAD."""

    kind: str
    says: Text
    amount: Decimal


@dataclass(frozen=True)
class Rates:
    """What an invoice has of taxes: each name with its rate, and their sum."""

    names: tuple[Text, ...]
    amount: Decimal


def reasons(
    before: Sequence[Charged],
    after: Sequence[Charged],
    taxes: tuple[Rates, Rates],
    happened: Sequence[Happened],
    on: date,
) -> list[Reason]:
    """Return what makes an invoice of a day differ from the one before: what weighs most first, taxes last."""
    found: list[Reason] = []
    for subscription in sorted({row.subscription for row in (*before, *after) if row.nature == "recurring"}):
        was, now = (_services(rows, subscription) for rows in (before, after))
        events = [event for event in happened if event.subscription == subscription]
        found += _service(was, now, events, on)
    for nature in ("discount", "once", "credit"):
        found += _others(nature, before, after)
    found = [reason for reason in found if reason.amount or reason.kind in {"plan", "price"}]
    found.sort(key=lambda reason: -abs(reason.amount))
    taxed = taxes[1].amount - taxes[0].amount
    if taxed or taxes[0].names != taxes[1].names:
        found.append(Reason("taxes", words.taxes(taxes[0].names, taxes[1].names), taxed))
    return found or [Reason("same", words.SAME, ZERO)]


def in_lines(found: Sequence[Reason], language: str, *, most: int = 3) -> str:
    """Write reasons for paper, one a line with its amount: at most some, the rest summed up, and the taxes."""
    services = [reason for reason in found if reason.kind != "taxes"]
    shown, rest = services[:most], services[most:]
    lines = [words.with_amount(reason.says, reason.amount).in_(language) for reason in shown]
    if rest:
        lines.append(words.with_amount(words.more(len(rest)), _sum(rest)).in_(language))
    lines += [words.with_amount(r.says, r.amount).in_(language) for r in found if r.kind == "taxes" and r.amount]
    return "\n".join(lines)


def _service(was: list[Charged], now: list[Charged], happened: list[Happened], on: date) -> list[Reason]:
    """Compare what one subscription is charged on both."""
    if not was:
        return _appeared(now, happened, on)
    if not now:
        return [Reason("gone", _gone(was[-1], happened, on), -_sum(was))]
    old, new = _regular(was), _regular(now)
    odd_before, odd_after = [r for r in was if r is not old], [r for r in now if r is not new]
    found: list[Reason] = []
    if old and new:
        found.append(_compared(old, new, odd_after, happened, on))
    elif new:
        said = words.full_again(new.what, [_share(row, on) for row in odd_before])
        if new.sku != odd_before[-1].sku:
            said = _replaced(odd_before[-1], new, odd_after, happened, on)
        found.append(Reason("full_again", said, new.amount - _sum(odd_before)))
        odd_before = []
    elif old:
        cause = _cause(now[-1].what, happened, on)
        if len(odd_after) == 1 and odd_after[0].sku == old.sku:
            said = words.part_instead(old.what, _share(odd_after[0], on), cause)
            found.append(Reason("part", said, odd_after[0].amount - old.amount))
            odd_after = []
        else:
            found.append(Reason("instead", words.instead(old.what), -old.amount))
    found += [_odd(row, on) for row in odd_after]
    found += [Reason("before", words.only_before(row.what, _share(row, on)), -row.amount) for row in odd_before]
    return found


def _appeared(now: list[Charged], happened: list[Happened], on: date) -> list[Reason]:
    resumed = _last(happened, "resume")
    said, kind = words.new(now[0].what), "new"
    if resumed:
        said, kind = words.back(now[0].what, words.day(resumed.on, on.year)), "back"
    if len(now) == 1 and not now[0].full:
        said = words.joined(said, _share(now[0], on))
    return [Reason(kind, said, _sum(now))]


def _compared(old: Charged, new: Charged, odd: list[Charged], happened: list[Happened], on: date) -> Reason:
    """Compare a whole period with a whole period."""
    amount = new.amount - old.amount
    if old.sku != new.sku:
        return Reason("plan", _replaced(old, new, odd, happened, on), amount)
    if not _same_length(old, new):
        return Reason("interval", words.interval(new.what, words.period(new.days, on.year)), amount)
    if old.quantity != new.quantity:
        return Reason("quantity", words.quantity(new.what, old.quantity, new.quantity), amount)
    if old.unit_price != new.unit_price:
        since = _since(new, odd, [e for e in happened if e.kind == "price"])
        return Reason("price", words.price(new.what, old.unit_price, new.unit_price, words.day(since, on.year)), amount)
    return Reason("rounding", words.amount(new.what, old.amount, new.amount), amount)


def _replaced(old: Charged, new: Charged, odd: list[Charged], happened: list[Happened], on: date) -> Text:
    since = _since(new, odd, [event for event in happened if event.kind == "item"])
    return words.plan(old.what, new.what, words.day(since, on.year))


def _since(new: Charged, odd: list[Charged], happened: list[Happened]) -> date | None:
    """Return the day of a change: as recorded, else the first day charged the new way."""
    if happened:
        return happened[-1].on
    days = [
        row.days.start for row in (*odd, new) if row.days and (row.sku, row.unit_price) == (new.sku, new.unit_price)
    ]
    return min(days, default=None)


def _odd(row: Charged, on: date) -> Reason:
    if row.full:
        return Reason("caught_up", words.caught_up(row.what, words.period(row.days, on.year)), row.amount)
    return Reason("part", words.joined(Text(row.what, row.what), _share(row, on)), row.amount)


def _gone(last: Charged, happened: list[Happened], on: date) -> Text:
    if cause := _cause(last.what, happened, on):
        return cause
    if last.charged_until and last.charged_until > on and last.days and last.charged_until == last.days.end:
        return words.charged_ahead(last.what, words.day(last.days.last_day, on.year))
    return words.gone(last.what)


def _cause(what: str, happened: list[Happened], on: date) -> Text | None:
    """Say what stopped a service, if something did and nothing began it again."""
    stops = [event for event in happened if event.kind in {"end", "pause", "suspend", "resume"}]
    if not stops or stops[-1].kind == "resume":
        return None
    last = stops[-1]
    return words.stopped(last.kind, what, words.day(last.on, on.year), words.day(last.until, on.year))


def _others(nature: str, before: Iterable[Charged], after: Iterable[Charged]) -> list[Reason]:
    """Compare discounts, one-time charges and credits by what they are."""
    was, now = (_by_name(rows, nature) for rows in (before, after))
    found = []
    for key in sorted(was.keys() | now.keys()):
        old, new = was.get(key), now.get(key)
        amount = (new[1] if new else ZERO) - (old[1] if old else ZERO)
        if old and new:
            found.append(Reason(nature, words.amount(new[0].what, old[1], new[1]), amount))
        elif new:
            found.append(Reason(f"{nature}_new", words.came(nature, new[0].what, new[0].days), amount))
        elif old:
            found.append(Reason(f"{nature}_gone", words.went(nature, old[0].what, old[0].days), amount))
    return found


def _by_name(rows: Iterable[Charged], nature: str) -> dict[tuple[str, str], tuple[Charged, Decimal]]:
    """Sum lines of a nature by subscription and item; a credit is one of its days."""

    def name(row: Charged) -> tuple[str, str]:
        days = f"{row.days.start}" if row.days and nature == "credit" else ""
        return row.subscription, (row.sku or row.what) + days

    chosen = sorted((row for row in rows if row.nature == nature), key=name)
    return {key: (same[0], _sum(same)) for key, same in ((k, list(g)) for k, g in groupby(chosen, key=name))}


def _services(rows: Iterable[Charged], subscription: str) -> list[Charged]:
    mine = [row for row in rows if row.nature == "recurring" and row.subscription == subscription]
    return sorted(mine, key=lambda row: row.days.start if row.days else date.min)


def _regular(rows: list[Charged]) -> Charged | None:
    """Return the last line that charges a period whole."""
    return next((row for row in reversed(rows) if row.full), None)


def _same_length(old: Charged, new: Charged) -> bool:
    """Whether both charge as many months: a month has 28 to 31 days."""
    return old.days is None or new.days is None or abs(old.days.days - new.days.days) <= 4


def _share(row: Charged, on: date) -> Text:
    """Write `14/31 × 60,00 $ (1er au 14 décembre)`."""
    if row.days is None or row.whole is None:
        return Text("", "")
    return words.share(row.days, row.whole.days, row.unit_price * row.quantity, on.year)


def _last(happened: list[Happened], kind: str) -> Happened | None:
    return next((event for event in reversed(happened) if event.kind == kind), None)


def _sum(rows: Iterable[Charged] | Iterable[Reason]) -> Decimal:
    return sum((row.amount for row in rows), ZERO)
