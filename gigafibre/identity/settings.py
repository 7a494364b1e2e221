"""Settings of the provider that everybody who logs in is shown."""

from __future__ import annotations

from gigafibre.kernel import settings
from gigafibre.kernel.text import Text

settings.declare("company.name", str, "Gigafibre", Text("Nom affiché de l’entreprise", "The company’s displayed name"))
settings.declare(
    "company.accent",
    str | None,
    None,
    Text("Couleur d’accent, par exemple #0f766e", "Accent colour, for example #0f766e"),
)
