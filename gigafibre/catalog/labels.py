"""What people call the tables of the catalogue."""

from __future__ import annotations

from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.preview_words import dollars
from gigafibre.kernel.text import Text

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
    name_fr=_FR,
    name_en=_EN,
    kind=Text("Genre", "Kind"),
    fee_class=Text("Classe de frais", "Fee class"),
    taxable=Text("Taxable", "Taxable"),
    active=Text("Actif", "Active"),
)
describe(
    "catalog_itemprice",
    Text("Prix d’un article", "Item price"),
    days=Text("Jours", "Days"),
    price=Column(Text("Prix", "Price"), dollars),
)
describe("catalog_plan", Text("Forfait", "Plan"), number="code", name_fr=_FR, name_en=_EN)
