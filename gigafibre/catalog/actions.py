"""The face of the catalogue for writing: items, their dated prices, and plans."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated, Literal

from django.db.backends.postgresql.psycopg_any import DateRange
from pydantic import Field

from gigafibre.catalog.errors import (
    FeeForbidden,
    ItemExists,
    ItemNotSold,
    ItemStillPlanned,
    NoPriceToCome,
    NoSuchGroup,
    NoSuchItem,
    NoSuchPlan,
    PlanExists,
)
from gigafibre.catalog.fees import FORBIDDEN
from gigafibre.catalog.models import Item, ItemGroup, ItemPrice, Plan, PlanItem
from gigafibre.catalog.offers import offer_plan, withdraw_offer
from gigafibre.kernel import clock
from gigafibre.kernel.context import rule
from gigafibre.kernel.money import UnitPrice
from gigafibre.kernel.refs import ItemRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

__all__ = ["offer_plan", "withdraw_offer"]

Kind = Literal["recurring", "one_time", "equipment", "labour", "discount"]
ServiceKind = Literal["internet", "tv", "telephone", "other"]
FeeClass = Literal["", "installation", "optional", "interest", "penalty", "activation", "modification"]
Name = Annotated[str, Field(min_length=2, max_length=160)]
Label = Annotated[str, Field(max_length=80)]
GroupCode = Annotated[str, Field(max_length=32)]
PlanRef = Annotated[str, Field(pattern=r"^\S{1,40}$", max_length=40)]
PlanItems = Annotated[list[ItemRef], Field(min_length=1, max_length=20)]
Segment = Literal["", "residential", "commercial"]
Interval = Literal[1, 3, 6, 12]
Months = Annotated[int, Field(ge=0, le=60)]

_FIELDS = {
    "item": Text("Article", "Item"),
    "price": Text("Prix", "Price"),
    "since": Text("À partir du", "From"),
}
_NAMES = {"name_fr": Text("Nom français", "French name"), "name_en": Text("Nom anglais", "English name")}
_ITEM_FIELDS = {
    **_NAMES,
    "group": Text("Groupe", "Group"),
    "service_kind": Text("Genre de service", "Kind of service"),
    "fee_class": Text("Classe de frais", "Fee class"),
    "taxable": Text("Taxable", "Taxable"),
    "invoice_label_fr": Text("Libellé de facture, français", "Invoice label, French"),
    "invoice_label_en": Text("Libellé de facture, anglais", "Invoice label, English"),
}
_PLAN_FIELDS = {
    **_NAMES,
    "plan": Text("Code", "Code"),
    "items": Text("Articles, un par ligne", "Items, one a line"),
    "service_kind": Text("Genre de service", "Kind of service"),
    "interval_months": Text("Mois par période", "Months per period"),
    "commitment_months": Text("Mois d’engagement", "Months of commitment"),
    "segment": Text("Clientèle", "Segment"),
    "combinable": Text("Se combine", "May be combined"),
}


@action(permission="catalog.edit", label=Text("Fixer un prix", "Set a price"), fields=_FIELDS)
def set_item_price(item: ItemRef, *, price: UnitPrice, since: datetime.date) -> None:
    """Give an item a price from a day on; prices before that day stay, later ones are replaced."""
    found = _item(item)
    prices = ItemPrice.objects.filter(item=found)
    prices.filter(days__startswith__gte=since).delete()
    for earlier in prices.filter(days__contains=since):
        earlier.days = DateRange(earlier.days.lower, since)
        earlier.save(update_fields=["days"])
    ItemPrice.objects.create(item=found, days=DateRange(since, None), price=price)


@action(
    permission="catalog.edit",
    label=Text("Retirer un prix à venir", "Withdraw a price to come"),
    undo="catalog.set_item_price",
    fields={"item": _FIELDS["item"], "since": _FIELDS["since"]},
)
def withdraw_item_price(item: ItemRef, *, since: datetime.date) -> None:
    """Take back a price that has not begun; the one before it lasts on."""
    found = _item(item)
    taken = found.prices.filter(days__startswith=since).first()
    if taken is None or since <= clock.today():
        raise NoPriceToCome(item=item, since=since)
    until = taken.days.upper
    taken.delete()
    for earlier in found.prices.filter(days__endswith=since):
        earlier.days = DateRange(earlier.days.lower, until)
        earlier.save(update_fields=["days"])


@action(
    permission="catalog.edit",
    label=Text("Créer un article", "Create an item"),
    fields=_ITEM_FIELDS
    | {
        "sku": Text("Code", "SKU"),
        "kind": Text("Genre", "Kind"),
        "price": Text("Prix, à partir d’aujourd’hui", "Price, from today"),
    },
)
def create_item(
    sku: ItemRef,
    *,
    name_fr: Name,
    name_en: Name,
    group: GroupCode,
    kind: Kind,
    service_kind: ServiceKind = "other",
    fee_class: FeeClass = "",
    taxable: bool = True,
    price: UnitPrice | None = None,
    invoice_label_fr: Label = "",
    invoice_label_en: Label = "",
) -> str:
    """Add an item to the catalogue, with a price from today if one is given; returns its SKU."""
    _refuse_fee(fee_class)
    branch = _group(group)
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
    if price is not None:
        ItemPrice.objects.create(item=made, days=DateRange(clock.today(), None), price=price)
    return made.sku


@action(
    permission="catalog.edit",
    label=Text("Modifier un article", "Edit an item"),
    fields=_ITEM_FIELDS | {"item": Text("Article", "Item")},
)
def edit_item(
    item: ItemRef,
    *,
    name_fr: Name | None = None,
    name_en: Name | None = None,
    group: GroupCode | None = None,
    service_kind: ServiceKind | None = None,
    fee_class: FeeClass | None = None,
    taxable: bool | None = None,
    invoice_label_fr: Label | None = None,
    invoice_label_en: Label | None = None,
) -> None:
    """Change an item's words, branch, tax or fee class from now on; issued invoices keep what they printed."""
    found = _item(item)
    if fee_class is not None and found.active:
        _refuse_fee(fee_class)
    given = {
        "name_fr": name_fr,
        "name_en": name_en,
        "group": None if group is None else _group(group),
        "service_kind": service_kind,
        "fee_class": fee_class,
        "taxable": taxable,
        "invoice_label_fr": invoice_label_fr,
        "invoice_label_en": invoice_label_en,
    }
    changed = [name for name, value in given.items() if value is not None and value != getattr(found, name)]
    for name in changed:
        setattr(found, name, given[name])
    if changed:
        found.save(update_fields=changed)


@action(
    permission="catalog.edit",
    label=Text("Retirer un article de la vente", "Stop selling an item"),
    undo="catalog.sell_item",
    fields={"item": Text("Article", "Item"), "reason": Text("Motif", "Reason")},
)
def retire_item(item: ItemRef, *, reason: Reason) -> None:
    """Take an item out of what is sold; who has it keeps it. One that a plan on sale needs is refused."""
    found = _item(item)
    plan = Plan.objects.filter(active=True, parts__item=found).order_by("code").first()
    if plan is not None:
        raise ItemStillPlanned(item=item, plan=plan.code)
    found.active = False
    found.save(update_fields=["active"])


@action(
    permission="catalog.edit",
    label=Text("Remettre un article en vente", "Sell an item again"),
    undo="catalog.retire_item",
    fields={"item": Text("Article", "Item")},
)
def sell_item(item: ItemRef) -> None:
    """Put an item back among what is sold; a fee that the law forbids stays out."""
    found = _item(item)
    _refuse_fee(found.fee_class)
    found.active = True
    found.save(update_fields=["active"])


@action(permission="catalog.edit", label=Text("Créer un forfait", "Create a plan"), fields=_PLAN_FIELDS)
def create_plan(
    plan: PlanRef,
    *,
    name_fr: Name,
    name_en: Name,
    items: PlanItems,
    service_kind: ServiceKind = "internet",
    interval_months: Interval = 1,
    commitment_months: Months = 0,
    segment: Segment = "",
    combinable: bool = True,
) -> str:
    """Sell items as one, with an interval and a commitment; returns the plan's code."""
    if Plan.objects.filter(code=plan).exists():
        raise PlanExists(plan=plan)
    made = Plan.objects.create(
        code=plan,
        name_fr=name_fr,
        name_en=name_en,
        service_kind=service_kind,
        interval_months=interval_months,
        commitment_months=commitment_months,
        segment=segment,
        combinable=combinable,
    )
    _set_parts(made, items)
    return made.code


@action(
    permission="catalog.edit",
    label=Text("Modifier un forfait", "Edit a plan"),
    fields=_NAMES | {name: _PLAN_FIELDS[name] for name in ("plan", "items", "commitment_months")},
)
def edit_plan(
    plan: PlanRef,
    *,
    name_fr: Name | None = None,
    name_en: Name | None = None,
    items: PlanItems | None = None,
    commitment_months: Months | None = None,
) -> None:
    """Change a plan's words, items or commitment for those who take it from now on."""
    found = _plan(plan)
    given = {"name_fr": name_fr, "name_en": name_en, "commitment_months": commitment_months}
    changed = [name for name, value in given.items() if value is not None and value != getattr(found, name)]
    for name in changed:
        setattr(found, name, given[name])
    if changed:
        found.save(update_fields=changed)
    if items is not None:
        _set_parts(found, items)


@action(
    permission="catalog.edit",
    label=Text("Retirer un forfait de la vente", "Stop selling a plan"),
    undo="catalog.sell_plan",
    fields={"plan": Text("Forfait", "Plan"), "reason": Text("Motif", "Reason")},
)
def retire_plan(plan: PlanRef, *, reason: Reason) -> None:
    """Take a plan out of what is sold; who has it keeps it."""
    found = _plan(plan)
    found.active = False
    found.save(update_fields=["active"])


@action(
    permission="catalog.edit",
    label=Text("Remettre un forfait en vente", "Sell a plan again"),
    undo="catalog.retire_plan",
    fields={"plan": Text("Forfait", "Plan")},
)
def sell_plan(plan: PlanRef) -> None:
    """Put a plan back among what is sold, if all its items are."""
    found = _plan(plan)
    _refuse_unsold(found.parts.values_list("item_id", flat=True))
    found.active = True
    found.save(update_fields=["active"])


def book_group(group: str, account: str) -> None:
    """Sell a branch on another revenue account, by number; called in the transaction of a verb that knows the chart."""
    _group(group)
    ItemGroup.objects.filter(code=group).update(revenue_account=account)


def _refuse_fee(fee_class: str) -> None:
    law = FORBIDDEN.get(fee_class)
    fact = Text("Classe de frais permise", "Allowed class of fee")
    if not rule("catalog.fee_allowed", law.en if law else "domain rules", fact, passed=law is None):
        raise FeeForbidden(law=law)


def _item(sku: str) -> Item:
    found = Item.objects.select_for_update().filter(sku=sku).first()
    if found is None:
        raise NoSuchItem(item=sku)
    return found


def _group(code: str) -> ItemGroup:
    found = ItemGroup.objects.filter(code=code).first()
    if found is None:
        raise NoSuchGroup(group=code)
    return found


def _plan(code: str) -> Plan:
    found = Plan.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise NoSuchPlan(plan=code)
    return found


def _set_parts(plan: Plan, skus: list[str]) -> None:
    """Make a plan of these items, each once, in this order; all must be on sale."""
    wanted = list(dict.fromkeys(skus))
    found = {item.sku: item for item in Item.objects.filter(sku__in=wanted)}
    if missing := [sku for sku in wanted if sku not in found]:
        raise NoSuchItem(item=missing[0])
    _refuse_unsold(item.pk for item in found.values())
    plan.parts.exclude(item__sku__in=wanted).delete()
    held = set(plan.parts.values_list("item__sku", flat=True))
    for sku in wanted:
        if sku not in held:
            PlanItem.objects.create(plan=plan, item=found[sku])


def _refuse_unsold(keys: Iterable[int]) -> None:
    unsold = Item.objects.filter(pk__in=list(keys), active=False).order_by("sku").first()
    if unsold is not None:
        raise ItemNotSold(item=unsold.sku)
