"""The face of the catalogue for writing: items and their dated prices."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from django.db.backends.postgresql.psycopg_any import DateRange
from pydantic import Field

from gigafibre.catalog.errors import FeeForbidden, ItemExists, NoSuchGroup, NoSuchItem
from gigafibre.catalog.models import Item, ItemGroup, ItemPrice
from gigafibre.kernel.context import rule
from gigafibre.kernel.money import UnitPrice
from gigafibre.kernel.refs import ItemRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

Kind = Literal["recurring", "one_time", "equipment", "labour", "discount"]
ServiceKind = Literal["internet", "tv", "telephone", "other"]
FeeClass = Literal["", "installation", "optional", "interest", "activation", "modification", "penalty"]
Name = Annotated[str, Field(min_length=2, max_length=160)]
Label = Annotated[str, Field(max_length=80)]

#: Fees the law forbids to anybody, by class, with the article: they don't even enter the catalogue. A fixed penalty
#: may stand there, for businesses; billing refuses it to consumers.
FORBIDDEN = {
    "activation": Text("Loi sur les télécommunications, art. 27.04", "Telecommunications Act, s. 27.04"),
    "modification": Text("Loi sur les télécommunications, art. 27.04", "Telecommunications Act, s. 27.04"),
}

_FIELDS = {
    "item": Text("Article", "Item"),
    "price": Text("Prix", "Price"),
    "since": Text("À partir du", "From"),
}


@action(permission="catalog.edit", label=Text("Fixer un prix", "Set a price"), fields=_FIELDS)
def set_item_price(item: ItemRef, *, price: UnitPrice, since: datetime.date) -> None:
    """Give an item a price from a day on; prices before that day stay, later ones are replaced."""
    found = Item.objects.select_for_update().filter(sku=item).first()
    if found is None:
        raise NoSuchItem(item=item)
    prices = ItemPrice.objects.filter(item=found)
    prices.filter(days__startswith__gte=since).delete()
    for earlier in prices.filter(days__contains=since):
        earlier.days = DateRange(earlier.days.lower, since)
        earlier.save(update_fields=["days"])
    ItemPrice.objects.create(item=found, days=DateRange(since, None), price=price)


@action(
    permission="catalog.edit",
    label=Text("Créer un article", "Create an item"),
    fields={
        "sku": Text("Code", "SKU"),
        "name_fr": Text("Nom français", "French name"),
        "name_en": Text("Nom anglais", "English name"),
        "group": Text("Groupe", "Group"),
        "kind": Text("Genre", "Kind"),
        "service_kind": Text("Genre de service", "Kind of service"),
        "fee_class": Text("Classe de frais", "Fee class"),
        "taxable": Text("Taxable", "Taxable"),
        "invoice_label_fr": Text("Libellé de facture, français", "Invoice label, French"),
        "invoice_label_en": Text("Libellé de facture, anglais", "Invoice label, English"),
    },
)
def create_item(
    sku: ItemRef,
    *,
    name_fr: Name,
    name_en: Name,
    group: Annotated[str, Field(max_length=32)],
    kind: Kind,
    service_kind: ServiceKind = "other",
    fee_class: FeeClass = "",
    taxable: bool = True,
    invoice_label_fr: Label = "",
    invoice_label_en: Label = "",
) -> str:
    """Add an item to the catalogue, without a price yet; returns its SKU. Fees the law forbids are refused."""
    law = FORBIDDEN.get(fee_class)
    fact = Text("Classe de frais permise", "Allowed class of fee")
    if not rule("catalog.fee_allowed", law.en if law else "domain rules", fact, passed=law is None):
        raise FeeForbidden(law=law)
    branch = ItemGroup.objects.filter(code=group).first()
    if branch is None:
        raise NoSuchGroup(group=group)
    if Item.objects.filter(sku=sku).exists():
        raise ItemExists(item=sku)
    made = Item.objects.create(
        sku=sku,
        name_fr=name_fr,
        name_en=name_en,
        group=branch,
        kind=kind,
        service_kind=service_kind,
        fee_class=fee_class,
        taxable=taxable,
        invoice_label_fr=invoice_label_fr,
        invoice_label_en=invoice_label_en,
    )
    return made.sku
