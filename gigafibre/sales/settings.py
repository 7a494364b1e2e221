"""Settings of the provider that sales reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from gigafibre.kernel.money import Amount
from gigafibre.kernel.settings import INTEGRATIONS, declare
from gigafibre.kernel.text import Text

declare(
    "sales.valid_days",
    Annotated[int, Field(ge=1, le=365)],
    30,
    Text("Jours de validité d’une soumission", "Days a quotation is valid"),
)
declare(
    "sales.link_days",
    Annotated[int, Field(ge=1, le=90)],
    30,
    Text("Jours pendant lesquels le lien de signature est bon", "Days for which the signing link is good"),
)
declare(
    "sales.seven_day_clause",
    bool,
    True,
    Text(
        "Clause d’annulation de 7 jours en tête d’un contrat résidentiel (obligatoire s’il est conclu par téléphone)",
        "Seven-day cancellation clause at the head of a residential contract (compulsory when made by telephone)",
    ),
)
declare(
    "company.privacy_officer",
    dict[Literal["fr", "en"], Annotated[str, Field(max_length=300)]],
    {
        "fr": "Le responsable de la protection des renseignements personnels se joint aux coordonnées ci-dessus.",
        "en": "The person in charge of personal information is reached as named above.",
    },
    Text("Responsable des renseignements personnels, par langue", "Privacy officer, by language"),
)
declare(
    "sales.public_url",
    Annotated[str, Field(max_length=200, pattern=r"^(https?://[^\s/?#]+(/[^\s?#]*)?)?$")],
    "",
    Text(
        "Adresse publique des pages d’acceptation et de signature", "Public address of the accepting and signing pages"
    ),
    takes=INTEGRATIONS,
)
declare(
    "sales.terms",
    dict[Literal["fr", "en"], Annotated[str, Field(max_length=4000)]],
    {"fr": "Prix garanti jusqu’à la fin de la validité.", "en": "Price guaranteed to the end of the validity."},
    Text("Conditions d’une nouvelle soumission, par langue", "Terms of a new quotation, by language"),
)
declare(
    "sales.signing_provider",
    Literal["none", "docuseal", "simulator"],
    "none",
    Text("Fournisseur de signature des contrats commerciaux", "E-signature provider of commercial contracts"),
    takes=INTEGRATIONS,
)
declare(
    "sales.referral_credit",
    Annotated[Amount, Field(gt=0, le=1000)],
    Decimal("50.00"),
    Text("Crédit de parrainage", "Referral credit"),
)
declare(
    "sales.referral_item",
    Annotated[str, Field(max_length=40)],
    "",
    Text("Article (SKU) des crédits de parrainage", "Item (SKU) of referral credits"),
)
