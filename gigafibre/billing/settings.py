"""Settings of the provider that billing reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from gigafibre.kernel.marks import clean_mark
from gigafibre.kernel.money import Amount
from gigafibre.kernel.settings import declare
from gigafibre.kernel.text import Text

ByLanguage = dict[Literal["fr", "en"], Annotated[str, Field(max_length=600)]]
ContactLines = Annotated[list[Annotated[str, Field(max_length=80)]], Field(max_length=8)]
WebAddress = Annotated[str, Field(max_length=200, pattern=r"^(https?://[^\s/?#]+(/[^\s?#]*)?)?$")]

#: The right to change how customers are billed, beside that to the settings.
RULES = "billing.rules"

declare(
    "billing.due_days",
    Annotated[int, Field(ge=0, le=90)],
    20,
    Text("Jours entre la date d’une facture et son échéance", "Days between an invoice's date and its due date"),
    takes=RULES,
)
declare(
    "billing.catch_up_months",
    Annotated[int, Field(ge=1, le=120)],
    12,
    Text(
        "Mois non facturés qu’une facturation rattrape d’elle-même ; au-delà, une personne décide",
        "Unbilled months a run catches up by itself; beyond, a person decides",
    ),
    takes=RULES,
)
declare(
    "billing.municipal_tax_911",
    dict[Annotated[str, Field(pattern=r"^20(2[5-9]|[3-9][0-9])$")], Annotated[Amount, Field(gt=0, le=10)]],
    {},
    Text(
        "Taxe municipale 9-1-1 par numéro et par mois, par année depuis 2025 (Gazette officielle du Québec)",
        "Municipal 9-1-1 tax per number and month, by year since 2025 (Gazette officielle du Québec)",
    ),
    takes=RULES,
)
declare(
    "billing.confirm_by_itself",
    bool,
    True,
    Text(
        "La facturation d’un jour se confirme d’elle-même ; sinon, une personne est avertie",
        "A day's run confirms itself; otherwise a person is told",
    ),
    takes=RULES,
)
declare(
    "billing.confirm_hour",
    Annotated[int, Field(ge=0, le=23)],
    6,
    Text("Heure à partir de laquelle elle se confirme (0 à 23)", "Hour from which it confirms itself (0 to 23)"),
    takes=RULES,
)
declare(
    "billing.explain_from",
    Annotated[Amount, Field(ge=0)] | None,
    Decimal("5.00"),
    Text(
        "Écart avec la facture précédente à partir duquel la facture l’explique (vide : jamais)",
        "Difference with the previous invoice from which an invoice explains it (empty: never)",
    ),
    takes=RULES,
)
declare(
    "billing.price_notice_days",
    Annotated[int, Field(ge=30, le=180)],
    35,
    Text(
        "Jours entre l’avis écrit et un nouveau prix (30 au moins, LPC art. 11.2)",
        "Days between the written notice and a new price (30 at least, CPA s. 11.2)",
    ),
    takes=RULES,
)
declare(
    "billing.interest_grace_days",
    Annotated[int, Field(ge=0, le=365)],
    0,
    Text(
        "Jours de grâce après l’échéance d’une facture, sans intérêt",
        "Days of grace after an invoice's due date, without interest",
    ),
    takes=RULES,
)
declare(
    "billing.interest_minimum",
    Annotated[Amount, Field(ge=0, le=1000)],
    Decimal("1.00"),
    Text(
        "Intérêt d’un client en dessous duquel rien ne lui est facturé : il attend la fois suivante",
        "Interest of a customer below which none is charged: it waits for the next time",
    ),
    takes=RULES,
)
declare(
    "billing.interest_day",
    Annotated[int, Field(ge=1, le=28)],
    1,
    Text(
        "Jour du mois où l’intérêt de retard se facture de lui-même, si son commutateur est tourné",
        "Day of the month on which late interest is charged by itself, while its switch is on",
    ),
    takes=RULES,
)
declare(
    "billing.print_file_days",
    Annotated[int, Field(ge=1, le=365)],
    30,
    Text("Jours pendant lesquels un fichier d’impression est gardé", "Days for which a print file is kept"),
    takes=RULES,
)
declare(
    "company.legal_name",
    Annotated[str, Field(max_length=90)],
    "",
    Text(
        "Raison sociale, sur les factures (vide : le nom affiché)", "Legal name on invoices (empty: the displayed name)"
    ),
)
declare(
    "company.address",
    Annotated[str, Field(max_length=120)],
    "",
    Text("Adresse postale sur les factures", "Postal address on invoices"),
)
declare(
    "company.contact",
    dict[Literal["fr", "en"], ContactLines],
    {"fr": [], "en": []},
    Text(
        "Nous joindre, par langue : téléphones, heures, courriel, portail, un par ligne",
        "Contact block by language: phones, hours, email, portal, one a line",
    ),
)
declare(
    "company.registrations",
    dict[Literal["GST", "QST"], Annotated[str, Field(min_length=1, max_length=40)]],
    {},
    Text("Numéros d’inscription aux taxes : TPS et TVQ", "Tax registration numbers, by tax code (GST, QST)"),
)
declare(
    "company.terms",
    ByLanguage,
    {"fr": "Payable à l’échéance.", "en": "Payable by the due date."},
    Text("Conditions de paiement, par langue", "Payment terms, by language"),
)
declare(
    "company.complaints",
    ByLanguage,
    {
        "fr": "Un désaccord que nous n’avons pas réglé ? La Commission des plaintes relatives aux services de "
        "télécom-télévision (CPRST) peut vous aider sans frais : www.ccts-cprst.ca, 1 888 221-1687.",
        "en": "A disagreement we have not settled? The Commission for Complaints for Telecom-television Services "
        "(CCTS) can help you free of charge: www.ccts-cprst.ca, 1 888 221-1687.",
    },
    Text("Pied de page des factures, par langue", "Foot of invoices, by language"),
)
declare(
    "company.logo_svg",
    Annotated[
        str, Field(max_length=200_000, pattern=r"^(\s*(<\?xml[^>]*>\s*)?<svg\b[\s\S]*|data:image/png;base64,.*)?$")
    ],
    "",
    Text("Logo (SVG ou PNG) des factures et des pages", "Logo (SVG or PNG) of invoices and pages"),
    cleans=clean_mark,
)
declare(
    "company.pay_url",
    WebAddress,
    "",
    Text(
        "Adresse publique de la page de paiement, pour le code QR des factures",
        "Public address of the pay page, for the QR code of invoices",
    ),
)
declare("company.ops_url", WebAddress, "", Text("Adresse de l’application interne", "Address of the staff application"))
declare("company.portal_url", WebAddress, "", Text("Adresse du portail client", "Address of the customer portal"))
declare("company.site_url", WebAddress, "", Text("Adresse du site public", "Address of the public site"))
