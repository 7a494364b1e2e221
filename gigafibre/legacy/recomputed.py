"""History computed again, as people look at it: the shares equal to the cent, and the rest by cause and by year."""

from __future__ import annotations

from dataclasses import dataclass

from gigafibre.kernel.text import Text
from gigafibre.legacy.alone import is_held
from gigafibre.legacy.models import Recomputation
from gigafibre.legacy.queries import share
from gigafibre.legacy.recomputing import LOCK

#: Gravest first; a document has the gravest of its amounts' causes.
CAUSES = {
    "unknown": Text("Inexpliqué", "Unexplained"),
    "rate": Text("Taux ou exemption de taxe", "Tax rate or exemption"),
    "proration": Text("Compte des jours", "Count of days"),
    "price": Text("Prix", "Price"),
    "rounding": Text("Arrondi", "Rounding"),
    "equal": Text("Égal au cent près", "Equal to the cent"),
}
EXPLANATIONS = {
    "other_price": Text("Facturé à un autre prix", "Billed at another price"),
    "no_price": Text("L’article n’a pas de prix ce jour-là", "The item has no price on that day"),
    "rounded_days": Text("Mêmes jours, arrondis autrement", "The same days, rounded otherwise"),
    "other_days": Text("Un autre compte de jours donne ce montant", "Another count of days gives this amount"),
    "not_the_sum": Text("Le total n’est pas la somme des lignes", "The total is not the sum of its lines"),
    "per_line": Text("Taxe arrondie à chaque ligne", "Tax rounded on each line"),
    "tax_unrounded": Text("TVQ sur la TPS non arrondie", "QST on the GST unrounded"),
    "cut_off": Text("Taxe coupée au cent, non arrondie", "Tax cut to the cent, not rounded"),
    "not_charged": Text("Taxe non facturée", "Tax not charged"),
    "not_spared": Text("Taxe facturée malgré l’exemption", "Tax charged in spite of an exemption"),
    "other_rate": Text("Taxe à un autre taux", "Tax at another rate"),
    "all_taxed": Text("Lignes non taxables taxées aussi", "Untaxable lines were taxed too"),
    "line_spared": Text("Une ligne taxable n’est pas taxée", "A taxable line was not taxed"),
    "unexplained": Text("Rien de connu n’explique l’écart", "Nothing known explains it"),
}


@dataclass(frozen=True)
class OfCause:
    """Documents of one cause (`equal` too), and what all of them together would have come to more with us."""

    cause: str
    documents: int
    difference: str


@dataclass(frozen=True)
class OfYear:
    """Documents of a year: how many are equal, equal at the prices billed, equal in their taxes, and by cause."""

    year: int
    documents: int
    equal: int
    equal_at_prices: int
    taxes_equal: int
    causes: dict[str, int]


@dataclass(frozen=True)
class Page:
    """A recomputation whole; shares are percents with two places, cut, none before anything was looked at.

    `state` is `interrupted` when nobody works at one that isn't finished.
    """

    id: int
    state: str
    error: str
    since: str | None
    until: str | None
    started_by: str
    started_at: str
    finished_at: str | None
    seconds: str
    total: int
    done: int
    equal: int
    equal_share: str | None
    equal_at_prices: int
    equal_at_prices_share: str | None
    taxes_equal: int
    taxes_equal_share: str | None
    causes: list[OfCause]
    years: list[OfYear]


@dataclass(frozen=True)
class Latest:
    """The latest recomputation that is done, and a later one that is not (at work, waiting or stopped)."""

    done: Page | None
    unfinished: Page | None


def latest() -> Latest:
    """Return what is shown of recomputations."""
    done = Recomputation.objects.filter(state="done").order_by("-pk").first()
    last = Recomputation.objects.order_by("-pk").first()
    unfinished = last if last is not None and last.state != "done" else None
    return Latest(page_of(done) if done else None, page_of(unfinished) if unfinished else None)


def page_of(work: Recomputation) -> Page:
    """Return a recomputation with its shares and counts."""
    interrupted = work.state == "running" and not is_held(LOCK)
    causes, years = work.counts.get("causes", {}), work.counts.get("years", {})
    return Page(
        id=work.pk,
        state="interrupted" if interrupted else work.state,
        error=work.error,
        since=work.since.isoformat() if work.since else None,
        until=work.until.isoformat() if work.until else None,
        started_by=work.started_by,
        started_at=work.started_at.isoformat(),
        finished_at=work.finished_at.isoformat() if work.finished_at else None,
        seconds=f"{work.seconds:f}",
        total=work.total,
        done=work.done,
        equal=work.equal,
        equal_share=_share(work.equal, work.done),
        equal_at_prices=work.equal_at_prices,
        equal_at_prices_share=_share(work.equal_at_prices, work.done),
        taxes_equal=work.taxes_equal,
        taxes_equal_share=_share(work.taxes_equal, work.done),
        causes=[OfCause(cause, **causes[cause]) for cause in CAUSES if cause in causes],
        years=[_year(int(year), row) for year, row in sorted(years.items(), reverse=True)],
    )


def _year(year: int, row: dict[str, int]) -> OfYear:
    causes = {cause: row[cause] for cause in CAUSES if cause != "equal" and cause in row}
    return OfYear(year, row["documents"], row.get("equal", 0), row["at_prices"], row["taxes_equal"], causes)


def _share(part: int, whole: int) -> str | None:
    found = share(part, whole)
    return None if found is None else f"{found:f}"
