"""What is done to people, their roles, tokens and switches."""

from __future__ import annotations

from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.queries import Language, Theme
from gigafibre.identity.refs import UserRef, person_named
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text


@action(
    permission=ONESELF,
    label=Text("Changer les préférences", "Change preferences"),
    fields={"username": Text("Qui", "Who"), "language": Text("Langue", "Language"), "theme": Text("Thème", "Theme")},
)
def set_preferences(username: UserRef, *, language: Language | None = None, theme: Theme | None = None) -> None:
    """Change one's own language or theme (anybody's with identity.admin); what is left out stays."""
    user = person_named(username, or_oneself=True)
    if language is not None:
        user.language = language
    if theme is not None:
        user.theme = theme
    user.save(update_fields=["language", "theme"])
