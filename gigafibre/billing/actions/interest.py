"""Late interest: its rates, what is charged of it, and who is spared when."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from pydantic import BaseModel, Field

from gigafibre.billing import interest
from gigafibre.billing.events import InterestPaused, InterestPauseOver, InterestRateSet, LateInterestCharged
from gigafibre.billing.interest_back import Back, too_much
from gigafibre.billing.interest_errors import (
    InterestAboveTheLaw,
    InterestAhead,
    InterestBackdated,
    InterestPauseDays,
    InterestPauseEnded,
    NoSuchInterestPause,
)
from gigafibre.billing.models import InterestDays, InterestGivenBack, InterestPause, InterestRate, PendingCharge
from gigafibre.billing.queries.customers import bill_to, bill_to_id
from gigafibre.kernel import clock, settings
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount, plain, total
from gigafibre.kernel.refs import CustomerRef, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger.queries import account_of

Percent = Annotated[Decimal, Field(ge=0, max_digits=6, decimal_places=3)]
Pause = Annotated[int, Field(ge=1)]

#: Criminal Code, s. 347, since 2025-01-01: percent a year.
HIGHEST = Decimal(35)
# Those who charge and those who change a rate wait for each other; who reads waits for nobody.
_ONE_AT_A_TIME = "LOCK TABLE billing_interestrate IN SHARE ROW EXCLUSIVE MODE"
_CHARGED_UNTIL = "SELECT max(upper(period)) FROM billing_interestdays"


class InterestCharged(BaseModel):
    """What a call charged: up to which day (excluded), how much to how many; whom it left out, by cause; and how much
    it gives back of days charged before, in how many credits.
    """

    until: datetime.date
    customers: int
    charges: int
    total: Amount
    below_minimum: int
    credit_waits: int
    credits: int
    credited: Amount


@action(
    permission="billing.interest",
    label=Text("Fixer le taux d’intérêt de retard", "Set the rate of late interest"),
    fields={
        "percent": Text("Taux annuel en % (0 : aucun intérêt)", "Yearly rate in % (0: no interest)"),
        "since": Text("À partir du", "From"),
        "reason": Text("Motif", "Reason"),
    },
)
def set_late_interest_rate(percent: Percent, *, since: datetime.date, reason: Reason) -> int:
    """Set the disclosed yearly rate of late interest from a day on, until the next one; returns its id.

    Never for days that are charged already; earlier rates are kept. Interest Act s. 4, Criminal Code s. 347.
    """
    fact = Text("{rate} % par an, au plus 35 %", "{rate}% a year, at most 35%").with_(rate=plain(percent))
    if not rule("billing.interest_rate", "Criminal Code s. 347", fact, passed=percent <= HIGHEST):
        raise InterestAboveTheLaw(percent=percent)
    with connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME)
        cursor.execute(_CHARGED_UNTIL)
        (charged,) = cursor.fetchone()
    if charged is not None and since < charged:
        raise InterestBackdated(last=charged - datetime.timedelta(days=1), first=charged)
    made = InterestRate.objects.create(since=since, percent=percent, reason=reason[:255])
    publish(InterestRateSet(since=since, percent=plain(percent)))
    return int(made.pk)


@action(
    permission="billing.interest",
    label=Text("Régler l’intérêt de retard", "Set the terms of late interest"),
    fields={
        "grace_days": Text("Jours de grâce après l’échéance, sans intérêt", "Days of grace after the due date"),
        "minimum": Text("Minimum par client : en dessous, l’intérêt attend", "Minimum per customer: below, it waits"),
        "day": Text(
            "Jour du mois où il se facture de lui-même (1 à 28)", "Day of the month it charges itself (1 to 28)"
        ),
    },
)
def set_late_interest_terms(
    *,
    grace_days: Annotated[int, Field(ge=0, le=365)],
    minimum: Annotated[Amount, Field(ge=0, le=1000)],
    day: Annotated[int, Field(ge=1, le=28)],
) -> None:
    """Set from how many days late on interest runs, from which amount (CAD) it is charged, and on which day."""
    for key, value in (("grace_days", grace_days), ("minimum", minimum), ("day", day)):
        name = f"billing.interest_{key}"
        settings.put(name, settings.check(name, value))


@action(
    permission="billing.interest",
    label=Text("Facturer les intérêts de retard", "Charge late interest"),
    fields={
        "customer": Text("Client (vide : tous)", "Customer (empty: all)"),
        "until": Text("Jusqu’au, exclu (vide : aujourd’hui)", "Until, without that day (empty: today)"),
    },
)
def charge_late_interest(*, customer: CustomerRef | None = None, until: datetime.date | None = None) -> InterestCharged:
    """Let the interest of overdue invoices wait for their customers' next invoice: each day of each invoice once.

    Called again it finds only what came since. A day whose charge is withdrawn was waived, and stays so. Where less was
    overdue than was known when a day was charged (a payment entered late, a credit note), the rest is given back.
    """
    day = until or clock.today()
    if day > clock.today():
        raise InterestAhead(today=clock.today())
    owner = bill_to(customer) if customer else None
    with connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME)
    found = interest.due(day, owner.id if owner else None)
    rule(
        "billing.interest_simple",
        "Interest Act s. 4, CPA s. 13",
        Text(
            "Intérêt simple, par jour, au taux annuel annoncé ÷ 365 ; jamais sur l’intérêt ; sans taxes",
            "Simple interest by the day, at the disclosed yearly rate ÷ 365; never on interest; without taxes",
        ),
        passed=True,
    )
    made = _written(found.charges) if found.charges else []
    backs = too_much(owner.id if owner else None)
    if backs:
        _give_back(backs)
    charged = total(one.amount for one in made)
    customers = len({one.customer_id for one in made})
    if made:
        publish(
            LateInterestCharged(
                until=day, customers=customers, charges=len(made), total=charged, customer=customer or ""
            )
        )
    return InterestCharged(
        until=day,
        customers=customers,
        charges=len(made),
        total=charged,
        below_minimum=found.below_minimum,
        credit_waits=found.credit_waits,
        credits=len(backs),
        credited=total(one.amount for one in backs),
    )


@action(
    permission="billing.edit",
    label=Text("Suspendre l’intérêt de retard d’un client", "Pause a customer's late interest"),
    undo="billing.end_interest_pause",
    fields={
        "customer": Text("Client", "Customer"),
        "since": Text("À partir du", "From"),
        "until": Text("Jusqu’au, exclu (vide : sans fin)", "Until, without that day (empty: no end)"),
        "reason": Text("Motif", "Reason"),
    },
)
def pause_late_interest(
    customer: CustomerRef, *, since: datetime.date, until: datetime.date | None = None, reason: Reason
) -> int:
    """Let a customer's invoices bear no interest over some days; what is charged stays. Returns its id."""
    owner = bill_to(customer)
    if until is not None and until <= since:
        raise InterestPauseDays(since=since, until=until)
    made = InterestPause.objects.create(customer_id=owner.id, days=DateRange(since, until), reason=reason)
    publish(InterestPaused(customer=customer, since=since, until=until, reason=reason))
    return int(made.pk)


@action(
    permission="billing.edit",
    label=Text("Mettre fin à une pause d’intérêt", "End a pause of interest"),
    fields={
        "pause": Text("Pause", "Pause"),
        "on": Text("À partir du (vide : aujourd’hui)", "From (empty: today)"),
        "reason": Text("Motif", "Reason"),
    },
)
def end_interest_pause(pause: Pause, *, on: datetime.date | None = None, reason: Reason) -> None:
    """Let a customer's invoices bear interest again from a day on; the days of the pause never will."""
    found = InterestPause.objects.select_for_update().filter(pk=pause).first()
    if found is None:
        raise NoSuchInterestPause(pause=pause)
    day, days = on or clock.today(), found.days
    if days.isempty or (days.upper is not None and days.upper <= day):
        raise InterestPauseEnded(pause=pause)
    found.days = DateRange(days.lower, max(day, days.lower))
    found.ended_because = reason
    found.save(update_fields=["days", "ended_because"])
    publish(InterestPauseOver(customer=bill_to_id(found.customer_id).number, on=day))


def _written(owed: list[interest.Owed]) -> list[PendingCharge]:
    """Write the charges down with the days they are for."""
    account = account_of("revenue.interest")
    made = PendingCharge.objects.bulk_create(
        _waiting(account, one.customer_id, one.amount, (interest.words(one, "fr"), interest.words(one, "en")))
        for one in owed
    )
    InterestDays.objects.bulk_create(
        InterestDays(
            item_id=one.item_id,
            period=DateRange(part.days.start, part.days.end),
            principal=part.principal,
            percent=part.percent,
            charge=charge,
        )
        for one, charge in zip(owed, made, strict=True)
        for part in one.segments
    )
    return made


def _give_back(backs: list[Back]) -> None:
    """Write down the credits, with what they give back of which invoice."""
    account = account_of("revenue.interest")
    made = PendingCharge.objects.bulk_create(
        _waiting(account, one.customer_id, -one.amount, (one.words("fr"), one.words("en"))) for one in backs
    )
    InterestGivenBack.objects.bulk_create(
        InterestGivenBack(item_id=one.item_id, exact=one.exact, credit=credit)
        for one, credit in zip(backs, made, strict=True)
    )


def _waiting(account: str, customer_id: int, amount: Decimal, words: tuple[str, str]) -> PendingCharge:
    french, english = words
    return PendingCharge(
        customer_id=customer_id,
        kind="one_time" if amount > 0 else "credit",
        description_fr=french,
        description_en=english,
        unit_price=amount,
        amount=amount,
        taxable=False,
        revenue_account=account,
        not_before=clock.today(),
    )
