"""Settings of the provider that subscriptions read."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel.settings import declare
from gigafibre.kernel.text import Text

CLAIMS_WITHOUT_INDUCEMENT = "subscriptions.claims_without_inducement"

declare(
    CLAIMS_WITHOUT_INDUCEMENT,
    bool,
    False,
    Text(
        "Sans avantage donné au début, réclamer le maximum de l’art. 214.7 LPC (10 % du reste, au plus 50 $) ; "
        "non : rien, selon la politique CRTC 2026-43",
        "Without an inducement, claim the most of CPA s. 214.7 (10% of the rest, at most $50); "
        "no: nothing, by policy CRTC 2026-43",
    ),
)
RETURN_DAYS = "subscriptions.return_days"

declare(
    RETURN_DAYS,
    Annotated[int, Field(ge=1, le=365)],
    14,
    Text(
        "Jours pour rendre l’équipement après le dernier jour ; ensuite, une personne est avisée",
        "Days to give equipment back after the last day; then a person is told",
    ),
)
