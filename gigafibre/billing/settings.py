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
declare(
    "billing.confirm_by_itself",
    bool,
    True,
    Text(
        "La facturation d’un jour se confirme d’elle-même ; sinon, une personne est avertie",
        "A day's run confirms itself; otherwise a person is told",
    ),
)
declare(
    "billing.confirm_hour",
    Annotated[int, Field(ge=0, le=23)],
    6,
    Text("Heure à partir de laquelle elle se confirme (0 à 23)", "Hour from which it confirms itself (0 to 23)"),
)
declare(
    "company.legal_name",
    str,
    "",
    Text(
        "Raison sociale, sur les factures (vide : le nom affiché)", "Legal name on invoices (empty: the displayed name)"
    ),
)
declare("company.address", str, "", Text("Adresse postale sur les factures", "Postal address on invoices"))
declare(
    "company.contact",
    dict[str, list[str]],
    {"fr": [], "en": []},
    Text("Nous joindre, par langue : une ligne par élément", "Contact block by language: one line each"),
)
declare(
    "company.registrations",
    dict[str, str],
    {},
    Text("Numéros d’inscription aux taxes : TPS et TVQ", "Tax registration numbers, by tax code (GST, QST)"),
)
declare(
    "company.terms",
    dict[str, str],
    {"fr": "Payable à l’échéance.", "en": "Payable by the due date."},
    Text("Conditions de paiement, par langue", "Payment terms, by language"),
)
declare(
    "company.complaints",
    dict[str, str],
    {
        "fr": "Un désaccord que nous n’avons pas réglé ? La Commission des plaintes relatives aux services de "
        "télécom-télévision (CPRST) peut vous aider sans frais : www.ccts-cprst.ca, 1 888 221-1687.",
        "en": "A disagreement we have not settled? The Commission for Complaints for Telecom-television Services "
        "(CCTS) can help you free of charge: www.ccts-cprst.ca, 1 888 221-1687.",
    },
    Text("Pied de page des factures, par langue", "Foot of invoices, by language"),
)
declare("company.logo_svg", str, "", Text("Logo (SVG) des factures", "Logo (SVG) of invoices"))
declare(
    "company.public_url",
    str,
    "",
    Text("Adresse publique, pour le code QR des factures", "Public address, for the QR code of invoices"),
)
