"""Settings of the provider on the protection of personal information."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel import settings
from gigafibre.kernel.text import Text

Line = Annotated[str, Field(max_length=160)]
Days = Annotated[int, Field(ge=1, le=60)]
#: Unless set otherwise: two years without anything, six fiscal years after the last document's own.
PROSPECT_MONTHS, FORMER_MONTHS = 24, 84
Months = Annotated[int, Field(ge=1, le=600)]

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
    "privacy.prospect_months",
    Months,
    PROSPECT_MONTHS,
    Text(
        "Mois sans suite après lesquels un prospect est proposé à l’anonymisation",
        "Months without anything after which a prospect is proposed for anonymisation",
    ),
)
settings.declare(
    "privacy.former_months",
    Months,
    FORMER_MONTHS,
    Text(
        "Mois après la fin et le dernier document après lesquels un ancien client est proposé à l’anonymisation",
        "Months after his end and his last document after which a former customer is proposed for anonymisation",
    ),
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
