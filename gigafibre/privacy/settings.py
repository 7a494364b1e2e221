"""Settings of the provider on the protection of personal information."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel import settings
from gigafibre.kernel.text import Text

Line = Annotated[str, Field(max_length=160)]
Days = Annotated[int, Field(ge=1, le=60)]

settings.declare(
    "privacy.export_days",
    Days,
    14,
    Text("Jours pendant lesquels un envoi de renseignements est gardé", "Days for which an export is kept"),
)
settings.declare(
    "privacy.link_days",
    Days,
    7,
    Text("Jours pendant lesquels son lien est bon", "Days for which its link is good"),
)

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
