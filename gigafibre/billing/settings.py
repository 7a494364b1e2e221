"""Settings of the provider that billing reads."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel.settings import declare
from gigafibre.kernel.text import Text

declare(
    "billing.due_days",
    Annotated[int, Field(ge=0, le=90)],
    20,
    Text("Jours entre la date d’une facture et son échéance", "Days between an invoice's date and its due date"),
)
declare(
    "billing.catch_up_months",
    Annotated[int, Field(ge=1, le=120)],
    12,
    Text(
        "Mois non facturés qu’une facturation rattrape d’elle-même ; au-delà, une personne décide",
        "Unbilled months a run catches up by itself; beyond, a person decides",
    ),
)
