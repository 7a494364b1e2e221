"""New prices for many at once: confirmed with a notice to each customer, taken back as a whole, kept by night."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from django.db import connection
from django.db.models import Exists, F, OuterRef, QuerySet
from pydantic import BaseModel, Field

from gigafibre.billing import price_changes
from gigafibre.billing.errors import (
    NoPriceChange,
    NoSuchPriceChange,
    NothingToReprice,
    NoticeTooLate,
    NoticeTooShort,
    OneWayToReprice,
    OtherPriceToCome,
    PriceChangeBegun,
    PricePreviewOutdated,
    TooManyItemsToReprice,
)
from gigafibre.billing.events import PriceChangeConfirmed, PriceChangeWithdrawn
from gigafibre.billing.models import PriceChange, PriceChangeLine, PriceNotice
from gigafibre.catalog import actions as catalog_actions
from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import UnitPrice, cents
from gigafibre.kernel.refs import CustomerRef, ItemRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.subscriptions import bulk

#: Named one by one; a group counts as many as it has.
MOST_ITEMS = 1000
Skus = list[ItemRef]
Group = Annotated[str, Field(max_length=32)]
Percent = Annotated[Decimal, Field(gt=-100, le=200, max_digits=6, decimal_places=2)]
NewPrice = Annotated[UnitPrice, Field(ge=0)]
Why = Annotated[str, Field(max_length=600)]
PriceChangeRef = Annotated[str, Field(pattern=r"^PC-\d+$", max_length=16)]
Segment = Literal["", "residential", "commercial"]
NoticeRef = Annotated[int, Field(ge=1, json_schema_extra={"format": "ref:price_notice"})]
How = Literal["mail", "email", "hand"]

_SOURCE = "Consumer Protection Act, s. 11.2"
_ASKED = {
    "items": Text("Articles, un par ligne", "Items, one a line"),
    "group": Text("Groupe d’articles (code)", "Item group (code)"),
    "segment": Text("Clientèle", "Segment"),
    "new_price": Text("Nouveau prix", "New price"),
    "percent": Text("Hausse en %", "Increase in %"),
    "effective_on": Text("En vigueur le", "Effective on"),
    "in_catalogue": Text("Changer aussi le prix au catalogue", "Change the catalogue's price too"),
}
_NUMBER = {"price_change": Text("Changement de prix", "Price change")}


class PricesSettled(BaseModel):
    """How many subscriptions changed price, and how many keep theirs because nobody was told in time."""

    applied: int
    kept: int


def wanted_of(
    items: list[str],
    group: str,
    segment: str,
    new_price: Decimal | None,
    percent: Decimal | None,
    effective_on: datetime.date,
    in_catalogue: bool,
) -> tuple[price_changes.Wanted, list[catalog.Chosen]]:
    """Return the change asked for and its items, or refuse what makes no sense or comes too soon."""
    if len(items) > MOST_ITEMS:
        raise TooManyItemsToReprice(count=len(items), most=MOST_ITEMS)
    if (new_price is None) == (percent is None):
        raise OneWayToReprice
    first = price_changes.first_day(clock.today())
    fact = Text(
        f"Avis de {(effective_on - clock.today()).days} jours", f"{(effective_on - clock.today()).days} days' notice"
    )
    if not rule("billing.price_notice", _SOURCE, fact, passed=effective_on >= first):
        raise NoticeTooShort(first=first)
    chosen = catalog.chosen(items, group, since=effective_on)
    if not chosen:
        raise NoPriceChange
    later = [item.sku for item in chosen if item.priced_later]
    if in_catalogue and later:
        raise OtherPriceToCome(item=later[0], day=effective_on)
    keys = [item.id for item in chosen]
    return price_changes.Wanted(keys, segment, new_price, percent, effective_on, in_catalogue), chosen


@action(
    permission="billing.prices",
    label=Text("Changer des prix, avec avis", "Change prices, with notice"),
    harmful=True,
    undo="billing.withdraw_price_change",
    fields=_ASKED
    | {
        "why_fr": Text("Pourquoi, sur l’avis (français)", "Why, on the notice (French)"),
        "why_en": Text("Pourquoi, sur l’avis (anglais)", "Why, on the notice (English)"),
        "expected": Text("Abonnements vus à l’aperçu", "Subscriptions seen in the preview"),
    },
)
def confirm_price_change(
    *,
    effective_on: datetime.date,
    items: Skus | None = None,
    group: Group = "",
    segment: Segment = "",
    new_price: NewPrice | None = None,
    percent: Percent | None = None,
    in_catalogue: bool = True,
    why_fr: Why = "",
    why_en: Why = "",
    expected: Annotated[int, Field(ge=0)] | None = None,
) -> str:
    """Plan new prices from a day on and prepare a notice for each customer; returns the change's number.

    Agreed prices and committed terms are left as they are. `expected` is how many subscriptions the preview showed.
    """
    wanted, chosen = wanted_of(items or [], group, segment, new_price, percent, effective_on, in_catalogue)
    number = numbers.take_one("price_change")
    with connection.cursor() as cursor:
        bulk.lock_live_with(cursor, wanted.items)
        price_changes.compute(cursor, wanted)
        cursor.execute("SELECT count(*), count(DISTINCT customer_id) FROM price_line WHERE cause = ''")
        subscriptions, customers = cursor.fetchone()
        if not subscriptions:
            raise NothingToReprice
        if expected is not None and expected != subscriptions:
            raise PricePreviewOutdated(expected=expected, found=subscriptions)
        made = PriceChange.objects.create(
            number=number,
            items=[item.sku for item in chosen],
            segment=segment,
            new_price=new_price,
            percent=percent,
            effective_on=effective_on,
            in_catalogue=in_catalogue,
            why_fr=why_fr,
            why_en=why_en,
        )
        price_changes.say_what_is_planned(cursor, number)
        bulk.plan_prices(cursor, "price_line", at=clock.now())
        price_changes.write(cursor, made.pk, clock.today())
    if in_catalogue:
        _price_the_catalogue(chosen, wanted)
    publish(
        PriceChangeConfirmed(
            price_change=number, effective_on=effective_on, subscriptions=subscriptions, customers=customers
        )
    )
    return number


@action(
    permission="billing.prices",
    label=Text("Retirer un changement de prix", "Withdraw a price change"),
    harmful=True,
    fields=_NUMBER | {"reason": Text("Motif", "Reason")},
)
def withdraw_price_change(price_change: PriceChangeRef, *, reason: Reason) -> int:
    """Take a price change back as a whole, until the day it takes effect; returns how many planned changes went."""
    found = _locked(price_change)
    today = clock.today()
    if found.state != PriceChange.State.PLANNED or found.effective_on <= today:
        raise PriceChangeBegun(price_change=price_change)
    changes = list(found.lines.exclude(change=None).values_list("change_id", flat=True))
    with connection.cursor() as cursor:
        withdrawn = bulk.withdraw_changes(cursor, changes, reason=reason, at=clock.now())
    found.state, found.withdrawn_at = PriceChange.State.WITHDRAWN, clock.now()
    found.withdrawn_by, found.withdrawn_because = current_actor().label, reason
    found.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawn_because"])
    if found.in_catalogue:
        for item in catalog.chosen(found.items, "", since=found.effective_on):
            if item.priced_later:
                catalog_actions.withdraw_item_price(item.sku, since=found.effective_on)
    told = found.notices.exclude(sent_on=None).count()
    publish(PriceChangeWithdrawn(price_change=price_change, subscriptions=withdrawn, told=told, reason=reason))
    return withdrawn


@action(
    permission="billing.prices",
    label=Text("Noter des avis envoyés", "Record notices sent"),
    fields=_NUMBER
    | {
        "on": Text("Envoyés le", "Sent on"),
        "how": Text("Par", "By"),
        "customers": Text("Clients, un par ligne (vide : tous)", "Customers, one a line (empty: all)"),
    },
)
def record_notices_sent(
    price_change: PriceChangeRef,
    *,
    on: datetime.date | None = None,
    how: How = "mail",
    customers: Annotated[list[CustomerRef], Field(max_length=5000)] | None = None,
) -> int:
    """Record on which day notices went out, at least 30 days before the new price; returns how many."""
    found = _locked(price_change)
    notices = found.notices.filter(sent_on=None)
    if customers is not None:
        notices = notices.filter(customer__number__in=customers)
    return _sent(found, notices, on, how)


@action(
    permission="billing.prices",
    label=Text("Noter l’envoi d’un avis", "Record that a notice was sent"),
    fields={
        "notice": Text("Avis", "Notice"),
        "on": Text("Envoyé le", "Sent on"),
        "how": Text("Par", "By"),
    },
)
def record_notice_sent(notice: NoticeRef, *, on: datetime.date | None = None, how: How = "mail") -> None:
    """Record on which day one notice went out, at least 30 days before the new price; one sent stays as it is."""
    number = PriceChange.objects.filter(notices=notice).values_list("number", flat=True).first()
    if number is None:
        raise NotFound(what=str(notice))
    found = _locked(number)
    _sent(found, found.notices.filter(pk=notice, sent_on=None), on, how)


def _sent(found: PriceChange, notices: QuerySet[PriceNotice], on: datetime.date | None, how: How) -> int:
    if found.state != PriceChange.State.PLANNED:
        raise PriceChangeBegun(price_change=found.number)
    day = min(on or clock.today(), clock.today())
    last = price_changes.send_by(found.effective_on)
    late = notices.filter(first_on__lt=day + datetime.timedelta(days=price_changes.NOTICE_DAYS)).exists()
    if not rule("billing.price_notice", _SOURCE, Text(f"Au plus tard le {last}", f"By {last}"), passed=not late):
        raise NoticeTooLate(last=last)
    return notices.update(sent_on=day, how=how, sent_by=current_actor().label)


@action(
    permission="billing.prices",
    label=Text("Appliquer les changements de prix dus", "Apply the price changes that are due"),
)
def settle_price_changes() -> PricesSettled:
    """Let prices rise whose day has come; those whose customer was not told 30 days before stay as they are."""
    today = clock.today()
    kept = _keep_untold(today)
    due = PriceChangeLine.objects.filter(
        price_change__state=PriceChange.State.PLANNED, change__state="planned", on__lte=today
    )
    with connection.cursor() as cursor:
        changes = list(due.values_list("change_id", flat=True))
        applied = bulk.settle_prices(cursor, changes, today=today, at=clock.now()) if changes else 0
    return PricesSettled(applied=applied, kept=kept)


def _keep_untold(today: datetime.date) -> int:
    """Leave prices as they are where a rise was not told in time and no longer can be."""
    too_late = today + datetime.timedelta(days=price_changes.NOTICE_DAYS)
    untold = PriceNotice.objects.filter(
        price_change=OuterRef("price_change"), customer=OuterRef("customer"), sent_on=None, first_on__lt=too_late
    )
    lines = PriceChangeLine.objects.select_for_update(of=("self",)).filter(
        Exists(untold),
        price_change__state=PriceChange.State.PLANNED,
        outcome=PriceChangeLine.Outcome.AFFECTED,
        new_price__gt=F("old_price"),
        change__state="planned",
    )
    rows = list(lines.values_list("pk", "change_id", "old_price"))
    if not rows:
        return 0
    _, changes, prices = zip(*rows, strict=True)
    with connection.cursor() as cursor:
        bulk.hold_prices(cursor, list(changes), list(prices), reason=price_changes.CAUSES["not_told"].fr)
    PriceChangeLine.objects.filter(pk__in=[row[0] for row in rows]).update(
        outcome=PriceChangeLine.Outcome.EXCLUDED, cause="not_told"
    )
    return len(rows)


def _price_the_catalogue(chosen: list[catalog.Chosen], wanted: price_changes.Wanted) -> None:
    """Give the items their new price in the catalogue from the day on; one without a price takes only a new one."""
    before = wanted.effective_on - datetime.timedelta(days=1)
    for item in chosen:
        price = wanted.new_price
        if price is None and wanted.percent is not None:
            old = catalog.item(item.sku, on=before).price
            price = None if old is None else cents(old * (1 + wanted.percent / 100))
        if price is not None:
            catalog_actions.set_item_price(item.sku, price=price, since=wanted.effective_on)


def _locked(number: str) -> PriceChange:
    found = PriceChange.objects.select_for_update().filter(number=number).first()
    if found is None:
        raise NoSuchPriceChange(price_change=number)
    return found
