"""What of a list is whose: a column of the source may take another right than the list itself (`Listing.takes`).

Who doesn't hold it is shown neither that column nor a filter, an order or a view that reads it; an address that names
one is refused, for by it the values could be guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from gigafibre.kernel.actor import Actor, current_actor
from gigafibre.kernel.errors import Forbidden
from gigafibre.kernel.listing.declared import Column, Filter, Listing, View

#: How a condition names a column of the source: `r.balance`, `r."on"`.
_READS = re.compile(r'\br\."?(\w+)')


@dataclass(frozen=True)
class Shown:
    """What somebody is shown of a list."""

    columns: list[Column]
    filters: list[Filter]
    views: list[View]


def shown_to(listing: Listing, actor: Actor) -> Shown:
    """Return what an actor is shown of a list."""

    def may(wanted: Iterator[str]) -> bool:
        return all(actor.may(takes) for takes in wanted)

    return Shown(
        [column for column in listing.columns if may(_of_column(listing, column))],
        [one for one in listing.filters if may(_of_filter(listing, one))],
        [view for view in listing.views if may(_of_address(listing, {**view.filters, "sort": view.sort}))],
    )


def shown(listing: Listing) -> Shown:
    """Return what whoever acts is shown of a list; a list of one right needs nobody to act."""
    if listing.takes:
        return shown_to(listing, current_actor())
    return Shown(list(listing.columns), list(listing.filters), list(listing.views))


def refuse_hidden(listing: Listing, raw: Mapping[str, str]) -> None:
    """Refuse an address that filters, sorts or shows by what whoever acts may not see (Forbidden)."""
    if not listing.takes:
        return
    actor = current_actor()
    for takes in _of_address(listing, raw):
        if not actor.may(takes):
            raise Forbidden(permission=takes)


def _of_address(listing: Listing, raw: Mapping[str, str]) -> Iterator[str]:
    """Give the rights that an address asks for; what the list doesn't know is refused elsewhere."""
    known = {one.name: one for one in listing.filters}
    for name, value in raw.items():
        if name in known and value != "":
            yield from _of_filter(listing, known[name])
    with suppress(LookupError):
        yield from _of_column(listing, listing.column_sorted(raw.get("sort") or listing.default_sort)[0])
    asked = set(raw.get("columns", "").split(","))
    for column in listing.columns:
        if column.name in asked:
            yield from _of_column(listing, column)
    with suppress(LookupError):
        view = listing.view(raw.get("view", ""))
        yield from _of_address(listing, {**view.filters, "sort": view.sort})


def _of_column(listing: Listing, column: Column) -> Iterator[str]:
    return _of_source(listing, {column.name, column.sorted_by, column.sparse})


def _of_filter(listing: Listing, one: Filter) -> Iterator[str]:
    return _of_source(listing, set(_READS.findall(" ".join([one.condition(), *one.implies.values()]))) | {one.name})


def _of_source(listing: Listing, names: set[str]) -> Iterator[str]:
    return (takes for takes, columns in listing.takes.items() if not names.isdisjoint(columns))
