"""Reading the views that people saved."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from gigafibre.identity.models import FirstView, SavedView
from gigafibre.identity.saved_views import SHARE, may_change
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.listing import all_listings, shown_to


@dataclass(frozen=True)
class ViewLine:
    """One saved view as its reader sees it."""

    id: int
    name: str
    label: str
    filters: dict[str, str]
    sort: str
    columns: list[str]
    shared: bool
    owner: str
    mine: bool
    may_change: bool


@dataclass(frozen=True)
class Views:
    """The saved views of a list that somebody sees, which one it opens in for him ("": as it ships)."""

    items: list[ViewLine]
    first: str
    may_share: bool


def views_of(list_name: str, actor: Actor) -> Views:
    """Return one's own views of a list and the shared ones, oldest first; what a list no longer knows is left out.

    So is a view that filters or sorts by what the reader may not see, and a column that he may not.
    """
    listing = all_listings().get(list_name)
    if listing is None or not actor.may(listing.permission):
        raise NotFound(what=list_name)
    person = actor.id if actor.kind == "staff" else None
    seen = Q(shared=True) | Q(owner=person) if person is not None else Q(shared=True)
    found = SavedView.objects.filter(seen, listing=list_name, removed_at__isnull=True).order_by("id")
    shown = shown_to(listing, actor)
    known = {one.name for one in listing.filters}
    columns = {one.name for one in shown.columns}
    sorts = {one.name for one in listing.columns if one.sort}
    hidden = (known - {one.name for one in shown.filters}) | (sorts - columns)
    items = [
        ViewLine(
            id=view.pk,
            name=f"v{view.pk}",
            label=view.name,
            filters={name: value for name, value in view.filters.items() if name in known},
            sort=view.sort if view.sort.removeprefix("-") in sorts else "",
            columns=[name for name in view.columns if name in columns],
            shared=view.shared,
            owner=view.owner_name,
            mine=person is not None and view.owner_id == person,
            may_change=may_change(view, actor),
        )
        for view in found
        if hidden.isdisjoint({*view.filters, view.sort.removeprefix("-")})
    ]
    chosen = FirstView.objects.filter(user=person, listing=list_name).first() if person is not None else None
    names = {one.name for one in items} | {one.name for one in shown.views}
    first = chosen.view if chosen is not None and chosen.view in names else ""
    return Views(items, first, person is not None and actor.may(SHARE))
