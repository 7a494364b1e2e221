"""What people call the tables of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gigafibre.catalog.fees import FEE_CLASSES
from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.preview_words import dollars
from gigafibre.kernel.text import Text

KINDS = {
    "recurring": Text("Récurrent", "Recurring"),
    "one_time": Text("Ponctuel", "One-time"),
    "equipment": Text("Équipement", "Equipment"),
    "labour": Text("Main-d’œuvre", "Labour"),
    "discount": Text("Rabais", "Discount"),
}
SERVICE_KINDS = {
    "internet": Text("Internet", "Internet"),
    "tv": Text("Télévision", "Television"),
    "telephone": Text("Téléphone", "Telephone"),
    "other": Text("Autre", "Other"),
}
SEGMENTS = {
    "": Text("Tous", "All"),
    "residential": Text("Résidentiel", "Residential"),
    "commercial": Text("Affaires", "Business"),
}


def one_of(words: dict[str, Text]) -> Callable[[Any, str], str]:
    """Write a code in words."""
    return lambda value, language: words[value].in_(language) if value in words else str(value or "—")


_FR, _EN = Text("Nom français", "French name"), Text("Nom anglais", "English name")

describe(
    "catalog_itemgroup",
    Text("Groupe d’articles", "Item group"),
    number="code",
    name_fr=_FR,
    name_en=_EN,
    revenue_account=Text("Compte de revenu", "Revenue account"),
)
describe(
    "catalog_item",
    Text("Article", "Item"),
    number="sku",
    reads="catalog.read",
    name_fr=_FR,
    name_en=_EN,
    kind=Column(Text("Genre", "Kind"), one_of(KINDS)),
    fee_class=Column(Text("Classe de frais", "Fee class"), one_of(FEE_CLASSES)),
    invoice_label_fr=Text("Libellé de facture, français", "Invoice label, French"),
    invoice_label_en=Text("Libellé de facture, anglais", "Invoice label, English"),
    taxable=Text("Taxable", "Taxable"),
    active=Text("Actif", "Active"),
)
describe(
    "catalog_itemprice",
    Text("Prix d’un article", "Item price"),
    days=Text("Jours", "Days"),
    price=Column(Text("Prix", "Price"), dollars),
)
describe(
    "catalog_plan",
    Text("Forfait", "Plan"),
    number="code",
    reads="catalog.read",
    name_fr=_FR,
    name_en=_EN,
    commitment_months=Text("Mois d’engagement", "Months of commitment"),
    active=Text("En vente", "Sold"),
)
describe("catalog_planitem", Text("Article d’un forfait", "Item of a plan"), quantity=Text("Quantité", "Quantity"))
describe(
    "catalog_planoffer",
    Text("Offre d’un forfait", "Offer of a plan"),
    zone=Text("Zone", "Zone"),
    connection_type=Text("Raccordement", "Connection"),
    price=Column(Text("Prix", "Price"), dollars),
)
