"""Settings of the provider that everybody who logs in is shown."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel import settings
from gigafibre.kernel.text import Text

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
)
