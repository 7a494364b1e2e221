"""Settings of the provider that everybody who logs in is shown."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel import colours, settings
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue

_TOO_PALE = Text(
    "Le texte ne se lirait pas sur cette couleur. La plus proche qui convient : {nearest}.",
    "Text could not be read on this colour. The nearest that will do: {nearest}.",
)


def _legible(accent: str | None) -> str | None:
    if accent is None or colours.legible(accent):
        return accent
    nearest = colours.nearest(accent)
    raise BadValue(_TOO_PALE.with_(nearest=nearest), suggestion=nearest)


settings.declare(
    "company.name",
    Annotated[str, Field(min_length=1, max_length=60)],
    "Gigafibre",
    Text("Nom affiché de l’entreprise", "The company’s displayed name"),
)
settings.declare(
    "company.accent",
    Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")] | None,
    None,
    Text("Couleur d’accent, par exemple #0f766e", "Accent colour, for example #0f766e"),
    cleans=_legible,
)
