"""Settings of the provider that messaging reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from gigafibre.kernel.settings import INTEGRATIONS, declare
from gigafibre.kernel.text import Text

Hour = Annotated[int, Field(ge=0, le=23)]

declare(
    "messaging.quiet_from",
    Hour,
    21,
    Text("Heure à partir de laquelle aucun SMS ne part (0 à 23)", "Hour from which no SMS leaves (0 to 23)"),
)
declare(
    "messaging.quiet_until",
    Hour,
    8,
    Text(
        "Heure à laquelle les SMS repartent ; la même que la première : jamais de silence",
        "Hour at which SMS leave again; the same as the first: no quiet hours",
    ),
)
declare(
    "messaging.daily_cap",
    Annotated[int, Field(ge=1, le=50)],
    6,
    Text(
        "Messages par client et par jour ; au-delà, ils ne partent pas (sauf urgence)",
        "Messages per customer and day; beyond, they don't leave (unless urgent)",
    ),
)
declare(
    "messaging.sms_price",
    Annotated[Decimal, Field(ge=0, le=1, decimal_places=4)],
    Decimal("0"),
    Text("Coût d’un segment de SMS, en dollars (0 : inconnu)", "Cost of an SMS segment, in dollars (0: unknown)"),
)
declare(
    "messaging.files_mb",
    Annotated[int, Field(ge=1, le=25)],
    10,
    Text("Mo de fichiers joints, au plus, par courriel", "MB of files, at most, in an email"),
)
declare(
    "messaging.implied_consent",
    bool,
    False,
    Text(
        "Une offre peut partir sur consentement tacite (client, ou parti depuis moins de deux ans)",
        "An offer may be sent on implied consent (a customer, or gone for less than two years)",
    ),
)
declare(
    "messaging.sender_email",
    Annotated[str, Field(max_length=200, pattern=r"^([^<>\r\n]*<)?[^@\s<>]+@[^@\s<>]+>?$")],
    "facturation@example.ca",
    Text("Expéditeur des courriels", "Sender of emails"),
)
declare(
    "messaging.public_url",
    Annotated[str, Field(max_length=200, pattern=r"^(https?://[^\s/?#]+)?$")],
    "",
    Text(
        "Adresse publique de ce serveur, pour les accusés des fournisseurs et le désabonnement",
        "Public address of this server, for providers' receipts and unsubscribing",
    ),
    takes=INTEGRATIONS,
)
