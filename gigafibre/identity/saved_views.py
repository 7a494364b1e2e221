"""Who may do what with a saved view, and what a view may hold: never more than its list understands."""

from __future__ import annotations

from collections.abc import Sequence

from gigafibre.identity.errors import NoSuchView, NotYourView, PersonNeeded, ViewNameTaken
from gigafibre.identity.models import SavedView, User
from gigafibre.kernel.actor import Actor, current_actor
from gigafibre.kernel.errors import Detail, Forbidden, InvalidInput, NotFound
from gigafibre.kernel.listing import Listing, all_listings, checked
from gigafibre.kernel.text import Text

#: What sharing a view with everybody takes; also changing one that is shared.
SHARE = "identity.share_views"


def listing_named(name: str) -> Listing:
    """Return a list that whoever acts may read, or refuse as if there were none."""
    found = all_listings().get(name)
    if found is None or not current_actor().may(found.permission):
        raise NotFound(what=name)
    return found


def view_locked(key: int, *, removed: bool = False) -> SavedView:
    """Return a view that whoever acts may change, locked; others' own views are unknown to him."""
    actor = current_actor()
    view = SavedView.objects.select_for_update().filter(pk=key, removed_at__isnull=not removed).first()
    if view is None or not (view.shared or may_change(view, actor)):
        raise NoSuchView(view=key)
    if not may_change(view, actor):
        raise NotYourView(name=view.name, owner=view.owner_name)
    return view


def may_change(view: SavedView, actor: Actor) -> bool:
    """Say whether somebody may change a view: his own, or a shared one if he may share."""
    own = actor.kind == "staff" and actor.id is not None and actor.id == view.owner_id
    return own or (view.shared and actor.may(SHARE))


def refuse_sharing() -> None:
    """Refuse unless whoever acts may share views with everybody."""
    actor = current_actor()
    if not actor.may(SHARE):
        raise Forbidden(permission=SHARE)


def owner_id() -> int | None:
    """Return who a new view belongs to: a person, or nobody when the system makes it for all; a token has none."""
    actor = current_actor()
    if actor.kind == "staff" and actor.id is not None:
        return actor.id
    if actor.kind == "system":
        return None
    raise PersonNeeded


def oneself() -> User:
    """Return the person who acts, or refuse: the system and programs open no lists."""
    actor = current_actor()
    if actor.kind != "staff" or actor.id is None:
        raise PersonNeeded
    return User.objects.get(pk=actor.id)


def refuse_taken(view: SavedView) -> None:
    """Refuse a name that another view of the list has, of one's own or among the shared ones."""
    others = SavedView.objects.filter(
        listing=view.listing, name__iexact=view.name, shared=view.shared, removed_at__isnull=True
    ).exclude(pk=view.pk)
    if not view.shared:
        others = others.filter(owner=view.owner_id)
    if others.exists():
        raise ViewNameTaken(name=view.name)


def refuse_nonsense(listing: Listing, filters: dict[str, str], sort: str, columns: Sequence[str]) -> None:
    """Refuse what the list would refuse when the view is opened: unknown filters, bad values, orders and columns."""
    known = {one.name for one in listing.filters}
    if strange := [name for name in filters if name not in known]:
        text = Text("Cette liste n’a pas de filtre de ce nom.", "This list has no filter of that name.")
        raise InvalidInput(*[Detail(f"filters.{name}", "unknown_filter", text) for name in strange])
    checked(listing, {**filters, "sort": sort, "columns": ",".join(columns)})
