"""What is done to people, their roles, tokens and switches."""

from __future__ import annotations

from gigafibre.identity.models import User
from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.queries import Language, Theme
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.errors import NotLoggedIn
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text


@action(
    permission=ONESELF,
    label=Text("Changer ses préférences", "Change one’s preferences"),
    fields={"language": Text("Langue", "Language"), "theme": Text("Thème", "Theme")},
)
def set_preferences(*, language: Language | None = None, theme: Theme | None = None) -> None:
    """Change the language or the theme of whoever acts; what is left out stays."""
    actor = current_actor()
    if actor.kind != "staff" or actor.id is None:
        raise NotLoggedIn
    changes = {name: value for name, value in (("language", language), ("theme", theme)) if value is not None}
    User.objects.filter(pk=actor.id).update(**changes)
