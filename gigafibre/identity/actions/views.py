"""Views of lists that people save: for oneself, or shared with everybody."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.identity import saved_views
from gigafibre.identity.errors import NoSuchView, ViewHasNoOwner
from gigafibre.identity.models import FirstView, SavedView
from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.refs import UserRef, person_named
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.card_numbers import NoCardNumber
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

ListName = Annotated[str, Field(pattern=r"^[a-z_]+$", max_length=40)]
ViewName = Annotated[str, NoCardNumber, Field(min_length=1, max_length=60)]
ViewKey = Annotated[int, Field(ge=1)]
FilterValue = Annotated[str, Field(min_length=1, max_length=200)]
Filters = Annotated[dict[str, FilterValue], Field(max_length=40)]
Columns = Annotated[list[Annotated[str, Field(pattern=r"^[a-z_0-9]+$", max_length=40)]], Field(max_length=80)]
Sort = Annotated[str, Field(pattern=r"^-?[a-z_0-9]*$", max_length=40)]

_FIELDS = {
    "listing": Text("Liste", "List"),
    "name": Text("Nom de la vue", "Name of the view"),
    "filters": Text("Filtres", "Filters"),
    "sort": Text("Ordre", "Order"),
    "columns": Text("Colonnes", "Columns"),
    "shared": Text("Partagée avec tous", "Shared with everybody"),
    "view": Text("Vue", "View"),
}


def _words(*names: str) -> dict[str, Text]:
    return {name: _FIELDS[name] for name in names}


@action(
    permission=ONESELF,
    label=Text("Enregistrer une vue", "Save a view"),
    undo="identity.remove_view",
    undo_asks=True,
    fields=_words("listing", "name", "filters", "sort", "columns", "shared"),
)
def save_view(
    listing: ListName,
    *,
    name: ViewName,
    filters: Filters,
    sort: Sort = "",
    columns: Columns = [],  # noqa: B006  pydantic copies it
    shared: bool = False,
) -> int:
    """Keep a list's filters, order and columns under a name, for oneself or for everybody; returns its number."""
    saved_views.refuse_nonsense(saved_views.listing_named(listing), filters, sort, columns)
    owner = saved_views.owner_id()
    if shared:
        saved_views.refuse_sharing()
    elif owner is None:
        raise ViewHasNoOwner
    view = SavedView(
        listing=listing,
        name=name,
        owner_id=owner,
        owner_name=current_actor().name,
        shared=shared,
        filters=filters,
        sort=sort,
        columns=columns,
    )
    saved_views.refuse_taken(view)
    view.save()
    return int(view.pk)


@action(
    permission=ONESELF,
    label=Text("Mettre une vue à jour", "Update a view"),
    fields=_words("view", "filters", "sort", "columns"),
)
def update_view(
    view: ViewKey,
    *,
    filters: Filters,
    sort: Sort = "",
    columns: Columns = [],  # noqa: B006  pydantic copies it
) -> None:
    """Give a view other filters, another order and other columns."""
    found = saved_views.view_locked(view)
    saved_views.refuse_nonsense(saved_views.listing_named(found.listing), filters, sort, columns)
    found.filters, found.sort, found.columns = filters, sort, columns
    found.save(update_fields=["filters", "sort", "columns"])


@action(permission=ONESELF, label=Text("Renommer une vue", "Rename a view"), fields=_words("view", "name"))
def rename_view(view: ViewKey, *, name: ViewName) -> None:
    """Give a view another name."""
    found = saved_views.view_locked(view)
    found.name = name
    saved_views.refuse_taken(found)
    found.save(update_fields=["name"])


@action(
    permission=saved_views.SHARE,
    label=Text("Partager une vue", "Share a view"),
    fields=_words("view", "shared"),
)
def share_view(view: ViewKey, *, shared: bool = True) -> None:
    """Show a view to everybody who reads its list, or to its owner only."""
    found = saved_views.view_locked(view)
    if not shared and found.owner_id is None:
        raise ViewHasNoOwner
    found.shared = shared
    saved_views.refuse_taken(found)
    found.save(update_fields=["shared"])


@action(
    permission=ONESELF,
    label=Text("Retirer une vue", "Remove a view"),
    undo="identity.restore_view",
    fields=_words("view"),
)
def remove_view(view: ViewKey) -> None:
    """Take a view away, from everybody if it was shared; it can be put back."""
    found = saved_views.view_locked(view)
    found.removed_at = clock.now()
    found.save(update_fields=["removed_at"])


@action(
    permission=ONESELF,
    label=Text("Remettre une vue", "Put a view back"),
    undo="identity.remove_view",
    fields=_words("view"),
)
def restore_view(view: ViewKey) -> None:
    """Put a removed view back, under its name if nobody took it meanwhile."""
    found = saved_views.view_locked(view, removed=True)
    saved_views.refuse_taken(found)
    found.removed_at = None
    found.save(update_fields=["removed_at"])


@action(
    permission=ONESELF,
    label=Text("Choisir la vue d’ouverture", "Choose the opening view"),
    fields=_words("listing", "view") | {"username": Text("De qui", "Whose")},
)
def open_with_view(
    listing: ListName,
    *,
    view: Annotated[str, Field(pattern=r"^[a-z0-9_]*$", max_length=40)] = "",
    username: UserRef | None = None,
) -> None:
    """Open a list in a view of one's choice, shipped or saved (`v12`), for oneself; empty: as it ships."""
    user = person_named(username, or_oneself=True) if username else saved_views.oneself()
    declared = saved_views.listing_named(listing)
    if not view:
        FirstView.objects.filter(user=user, listing=listing).delete()
        return
    shipped = {one.name for one in declared.views}
    saved = SavedView.objects.filter(listing=listing, removed_at__isnull=True, pk=_key(view))
    if view not in shipped and not any(one.shared or one.owner_id == user.pk for one in saved):
        raise NoSuchView(view=view)
    FirstView.objects.update_or_create(user=user, listing=listing, defaults={"view": view})


def _key(view: str) -> int:
    digits = view.removeprefix("v")
    return int(digits) if view.startswith("v") and digits.isdecimal() else 0
