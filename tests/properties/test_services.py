"""Whatever happens to services, known before or told afterwards: each day is charged once, at its own price.

A machine of real actions over the real database, with its nights and its billing runs. The oracle is a calendar: what
each subscription was on each day, as the actions said it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from gigafibre.billing import run
from gigafibre.billing.proration import prorated, whole_price
from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.periods import period_of
from gigafibre.ledger.checks import run_all

FIRST = date(2026, 8, 20)
PRICES = {"SMALL": "31.00", "LARGE": "74.95", "ODD": "20.0050"}
which = st.integers(0, 10)
back = st.integers(0, 12)
near = st.integers(-12, 30)
prices = st.integers(0, 9_000).map(lambda cents: f"{cents // 100}.{cents % 100:02d}")
items = st.sampled_from(sorted(PRICES))


@dataclass
class Service:
    """What the actions said of one subscription: item and price from a day on, charged or not over some days."""

    number: str
    customer: str
    prices: list[tuple[date, str, Decimal]] = field(default_factory=list)
    states: list[tuple[date, date, bool]] = field(default_factory=list)
    changes: int = 0

    def on(self, day: date) -> tuple[str, Decimal] | None:
        """Return what is charged for a day: the item and its price; None for nothing."""
        active = [charged for since, until, charged in self.states if since <= day < until]
        said = [(item, price) for since, item, price in self.prices if since <= day]
        return said[-1] if active and active[-1] and said else None


class Services(RuleBasedStateMachine):
    """Customers of two billing days, and all that happens to their services."""

    @initialize()
    def begin(self) -> None:
        self.point = transaction.atomic()
        self.point.__enter__()
        clock.freeze(f"{FIRST}T10:00:00")
        for sku, price in PRICES.items():
            an_item(price, sku=sku)
        customers = [a_customer(billing_day=1), a_customer(billing_day=31)]
        self.places = {customer.number: a_location(customer).number for customer in customers}
        self.days = {customer.number: customer.billing_day for customer in customers}
        self.services: dict[str, Service] = {}
        self.seen: set[int] = set()

    def teardown(self) -> None:
        if hasattr(self, "point"):
            try:
                if self.services:
                    self.live_until(clock.today() + timedelta(days=75))
                    self.every_day_is_charged_once()
            finally:
                transaction.set_rollback(True)
                self.point.__exit__(None, None, None)
                clock.release()

    def act(self, name: str, **given: Any) -> Any:
        """Do it and let everybody hear it, or let it be refused; returns whether it was done, and its result."""
        try:
            with transaction.atomic():
                outcome = perform(f"subscriptions.{name}", given, actor=SYSTEM)
        except Refusal:
            return False, None
        deliver_all()
        self.hear()
        return True, outcome.result

    @rule(
        who=which,
        item=items,
        months=st.sampled_from([1, 1, 1, 3, 12]),
        quantity=st.sampled_from(["1", "1", "2.5"]),
        price=st.one_of(st.none(), prices),
        ago=st.integers(0, 5),
    )
    def begin_a_service(self, who: int, item: str, months: int, quantity: str, price: str | None, ago: int) -> None:
        if len(self.services) >= 3:
            return
        customer = sorted(self.places)[who % len(self.places)]
        given = {"item": item, "quantity": quantity, "interval_months": months, "price": price, "reason": "Entente"}
        _, number = self.act("create_subscription", customer=customer, location=self.places[customer], **given)
        service = self.services[number] = Service(number, customer)
        since = clock.today() - timedelta(days=ago)
        self.act("activate_subscription", subscription=number, on=since.isoformat())
        service.states.append((since, date.max, True))
        self.says_price(service, since)

    @precondition(lambda self: self.services)
    @rule(who=which, price=st.one_of(st.none(), prices), days=near)
    def agree_on_a_price(self, who: int, price: str | None, days: int) -> None:
        service, on = self.one(who, days)
        done, _ = self.act("set_price_override", subscription=service.number, price=price, on=str(on), reason="Entente")
        if done and days <= 0:
            self.says_price(service, on)

    @precondition(lambda self: self.services)
    @rule(who=which, item=items, price=st.one_of(st.none(), prices), days=near)
    def change_the_plan(self, who: int, item: str, price: str | None, days: int) -> None:
        service, on = self.one(who, days)
        given = {"item": item, "price": price, "on": str(on), "reason": "Forfait"}
        done, _ = self.act("change_item", subscription=service.number, **given)
        if done and days <= 0:
            self.says_price(service, on)

    @precondition(lambda self: self.services)
    @rule(who=which, days=near, last=st.one_of(st.none(), st.integers(1, 40)))
    def pause(self, who: int, days: int, last: int | None) -> None:
        service, on = self.one(who, days)
        until = on + timedelta(days=last) if last else None
        if until is not None and until <= clock.today():
            return
        given = {"on": str(on), "until": str(until) if until else None}
        done, _ = self.act("pause_subscription", subscription=service.number, **given)
        if done and days <= 0:
            self.says_state(service, on, until, charged=False)

    @precondition(lambda self: self.services)
    @rule(who=which, days=near, keep=st.booleans())
    def suspend(self, who: int, days: int, keep: bool) -> None:
        service, on = self.one(who, days)
        given = {"on": str(on), "reason": "Impayé", "keep_charging": keep}
        done, _ = self.act("suspend_subscription", subscription=service.number, **given)
        if done and days <= 0 and not keep:
            self.says_state(service, on, None, charged=False)

    @precondition(lambda self: self.services)
    @rule(who=which, days=near)
    def reactivate(self, who: int, days: int) -> None:
        service, on = self.one(who, days)
        keeps = self.value("charged_while_suspended AND state = 'suspended'", service)
        done, _ = self.act("reactivate_subscription", subscription=service.number, on=str(on))
        if done and days <= 0 and not keeps:
            self.says_state(service, on, None, charged=True)

    @precondition(lambda self: self.services)
    @rule(who=which, days=near)
    def cancel(self, who: int, days: int) -> None:
        service, on = self.one(who, days)
        done, _ = self.act("cancel_subscription", subscription=service.number, on=str(on), reason="Déménagement")
        if done and days <= 0:
            self.says_state(service, on, None, charged=False)

    @rule(days=st.integers(1, 25))
    def let_time_pass(self, days: int) -> None:
        self.live_until(clock.today() + timedelta(days=days))

    def live_until(self, last: date) -> None:
        """Live day by day: at night what was planned is settled, in the morning who is due is billed."""
        while (day := clock.today()) < last:
            day += timedelta(days=1)
            clock.freeze(f"{day}T00:05:00")
            if self.count(f"subscriptions_subscriptionchange WHERE state = 'planned' AND \"on\" <= '{day}'"):
                self.act("apply_due_changes")
            clock.freeze(f"{day}T06:00:00")
            if day.day == 1 or (day + timedelta(days=1)).day == 1:
                perform("billing.confirm_run", {"date": day.isoformat()}, actor=SYSTEM)
                for key, _ in run.unfinished():
                    run.issue(key)
                deliver_all()
            clock.freeze(f"{day}T10:00:00")

    def hear(self) -> None:
        """Note the planned changes that were applied since, in the order in which they were."""
        with connection.cursor() as cursor:
            cursor.execute(
                'SELECT c.id, s.number, c.kind, c."on", c.until FROM subscriptions_subscriptionchange c '
                "JOIN subscriptions_subscription s ON s.id = c.subscription_id WHERE c.state = 'applied' "
                'ORDER BY c.settled_at, c."on", c.id'
            )
            rows = [row for row in cursor.fetchall() if row[0] not in self.seen]
        for key, number, kind, on, until in rows:
            self.seen.add(key)
            service = self.services[number]
            if kind in {"price", "item"}:
                self.says_price(service, on)
            else:
                self.says_state(service, on, until if kind == "pause" else None, charged=kind == "resume")

    def says_price(self, service: Service, on: date) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT i.sku, coalesce(s.price_override, p.price) FROM subscriptions_subscription s "
                "JOIN catalog_item i ON i.id = s.item_id JOIN catalog_itemprice p ON p.item_id = i.id "
                "WHERE s.number = %s",
                [service.number],
            )
            item, price = cursor.fetchone()
        service.changes += 1
        service.prices.append((on, item, price))

    def says_state(self, service: Service, on: date, until: date | None, *, charged: bool) -> None:
        service.changes += 1
        if until is not None:  # a pause with an end: from then on it is charged
            service.states.append((on, date.max, True))
        service.states.append((on, until or date.max, charged))

    def every_day_is_charged_once(self) -> None:
        """The days charged are those of the calendar, each at its price; what was paid for them is what they cost."""
        assert [(result.code, result.wrong[0].en) for result in run_all() if result.wrong] == []
        assert self.count("kernel_delivery WHERE state <> 'done'") == 0
        for service in self.services.values():
            wanted, cost = self.calendar(service)
            assert self.charged_days(service) == wanted, f"{service}"
            paid = self.paid(service)
            assert abs(paid - cost) <= Decimal("0.01") * service.changes, f"paid {paid}, cost {cost}: {service}"
            if service.changes == 1:
                assert paid == cost

    def calendar(self, service: Service) -> tuple[dict[date, Decimal], Decimal]:
        """Return each day that must be charged with its period's price, and what all of them cost."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT anchor, interval_months, quantity, started_on FROM subscriptions_subscription "
                "WHERE number = %s",
                [service.number],
            )
            anchor, months, quantity, day = cursor.fetchone()
            cursor.execute("SELECT max(date) FROM billing_billingrun WHERE extract(day FROM date) = 1")
            first = cursor.fetchone()[0]
            cursor.execute("SELECT max(date) FROM billing_billingrun WHERE extract(day FROM date) > 1")
            last = cursor.fetchone()[0]
        billed = first if self.days[service.customer] == 1 else last
        end = period_of(anchor, months, max(billed, service.states[0][0])).end
        days: dict[date, Decimal] = {}
        parts: dict[tuple[date, str, Decimal], int] = defaultdict(int)
        wholes: dict[date, int] = {}
        while day < end:
            whole = period_of(anchor, months, day)
            wholes[whole.start] = whole.days
            if found := service.on(day):
                days[day] = whole_price(found[1], quantity)
                parts[whole.start, found[0], days[day]] += 1
            day += timedelta(days=1)
        cost = sum((prorated(price, n, wholes[start]) for (start, _, price), n in parts.items()), Decimal("0.00"))
        return days, cost

    def charged_days(self, service: Service) -> dict[date, Decimal]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT generate_series(lower(period), upper(period) - 1, interval '1 day')::date, price "
                "FROM billing_chargedperiod c JOIN subscriptions_subscription s ON s.id = c.subscription_id "
                "WHERE s.number = %s",
                [service.number],
            )
            return dict(cursor.fetchall())

    def paid(self, service: Service) -> Decimal:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT coalesce(sum(CASE d.kind WHEN 'invoice' THEN l.amount ELSE -l.amount END), 0) "
                "FROM billing_invoiceline l JOIN billing_invoice d ON d.id = l.invoice_id AND d.state = 'issued' "
                "JOIN subscriptions_subscription s ON s.id = l.subscription_id WHERE s.number = %(number)s",
                {"number": service.number},
            )
            issued = cursor.fetchone()[0]
            cursor.execute(
                "SELECT coalesce(sum(p.amount), 0) FROM billing_pendingcharge p "
                "JOIN subscriptions_subscription s ON s.id = p.subscription_id "
                "WHERE p.line_id IS NULL AND p.withdrawn_at IS NULL AND s.number = %(number)s",
                {"number": service.number},
            )
            return Decimal(issued + cursor.fetchone()[0])

    def one(self, who: int, days: int) -> tuple[Service, date]:
        """Return one of the services and a day, some days from today."""
        service = self.services[sorted(self.services)[who % len(self.services)]]
        return service, clock.today() + timedelta(days=days)

    def value(self, expression: str, service: Service) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {expression} FROM subscriptions_subscription WHERE number = %s", [service.number])
            return cursor.fetchone()[0]

    def count(self, source: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {source}")
            return int(cursor.fetchone()[0])


@pytest.mark.django_db
def test_whatever_happens_each_day_is_charged_once_at_its_price() -> None:
    # A life of months is long: ten of them here, a hundred where a proof asks for two thousand examples.
    lives = (settings.default or settings()).max_examples // 20
    run_state_machine_as_test(
        Services,
        settings=settings(
            stateful_step_count=10,
            phases=[Phase.generate],
            max_examples=max(lives, 1),
            suppress_health_check=list(HealthCheck),
        ),
    )
