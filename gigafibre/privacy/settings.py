"""Settings of the provider on the protection of personal information."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel import settings
from gigafibre.kernel.text import Text

Line = Annotated[str, Field(max_length=160)]

settings.declare(
    "privacy.officer_name",
    Line,
    "",
    Text(
        "Nom de la personne responsable de la protection des renseignements personnels",
        "Name of the person in charge of the protection of personal information",
    ),
)
settings.declare(
    "privacy.officer_title",
    Line,
    "Responsable de la protection des renseignements personnels",
    Text("Titre de cette personne", "Title of that person"),
)
settings.declare("privacy.officer_email", Line, "", Text("Courriel de cette personne", "Email of that person"))
