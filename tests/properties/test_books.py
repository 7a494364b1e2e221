"""Whatever is invoiced, paid, credited, applied, taken back and closed, in whatever order: the books agree.

A machine of real actions over the real database. What an action refuses changes nothing; what it does keeps every sum.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from gigafibre.billing import run
from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.queries import aging, balance, trial_balance
from gigafibre.subscriptions.tests.factories import a_subscription

FIRST = date(2026, 9, 15)
MONTHS = ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12"]
amounts = st.integers(1, 30_000).map(lambda cents: f"{cents // 100}.{cents % 100:02d}")
which = st.integers(0, 30)
ago = st.integers(0, 45)
modes = st.sampled_from(["card", "pad", "cheque", "cash", "transfer", "credit", "adjustment"])


class Books(RuleBasedStateMachine):
    """Two customers with services, and all that money does to them."""

    @initialize()
    def begin(self) -> None:
        self.point = transaction.atomic()
        self.point.__enter__()
        clock.freeze(f"{FIRST}T10:00:00")
        self.taxed = an_item("49.95", kind="one_time").sku
        self.untaxed = an_item("17.33", kind="one_time", taxable=False).sku
        self.customers = [a_customer(), a_customer(tax_category="ON")]
        for customer, price in zip(self.customers, ("60.00", "-12.50"), strict=True):
            a_subscription(price, customer=customer, charged_until=date(2026, 10, 1))
        self.done = 0

    def teardown(self) -> None:
        if hasattr(self, "point"):
            try:
                self.everything_adds_up()
            finally:
                transaction.set_rollback(True)
                self.point.__exit__(None, None, None)
                clock.release()

    def act(self, name: str, **given: Any) -> None:
        """Do it, or let it be refused; a deferred check speaks at once."""
        try:
            with transaction.atomic():
                perform(name, given, actor=SYSTEM)
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            self.done += 1
        except Refusal:
            return

    @rule(who=which, price=amounts, other=amounts, issue=st.booleans())
    def invoice_by_hand(self, who: int, price: str, other: str, issue: bool) -> None:
        lines = [{"item": self.taxed, "unit_price": price}, {"item": self.untaxed, "unit_price": other}]
        self.act("billing.create_draft", customer=self.customer(who), lines=lines)
        if issue:
            self.act("billing.issue_invoice", invoice=f"DRAFT-{self.one('SELECT max(id) FROM billing_invoice')}")

    @rule(who=which, price=st.one_of(amounts, amounts.map(lambda amount: f"-{amount}")))
    def let_a_charge_wait(self, who: int, price: str) -> None:
        self.act("billing.add_charge", customer=self.customer(who), item=self.taxed, unit_price=price, reason="Essai")

    @rule(who=which)
    def bill_one(self, who: int) -> None:
        self.act("billing.bill_customer", customer=self.customer(who))

    @rule()
    def bill_everybody(self) -> None:
        day = clock.today().isoformat()
        self.act("billing.confirm_run", date=day)
        for key, _ in run.unfinished():
            try:
                with transaction.atomic():
                    run.issue(key)
            except Refusal:
                continue

    @rule(who=which, amount=amounts, mode=modes, back=ago, apply=st.booleans())
    def pay(self, who: int, amount: str, mode: str, back: int, apply: bool) -> None:
        given: dict[str, Any] = {} if apply else {"allocations": []}
        on = (clock.today() - timedelta(days=back)).isoformat()
        self.act("payments.record_payment", customer=self.customer(who), amount=amount, mode=mode, on=on, **given)

    @rule(number=which, back=ago)
    def take_a_payment_back(self, number: int, back: int) -> None:
        if found := self.pick("SELECT number FROM payments_payment ORDER BY id", number):
            on = (clock.today() - timedelta(days=back)).isoformat()
            self.act("payments.reverse_payment", payment=found, reason="Sans provision", on=on)

    @rule(number=which, position=st.integers(1, 3), amount=st.one_of(st.none(), amounts), whole=st.booleans())
    def credit(self, number: int, position: int, amount: str | None, whole: bool) -> None:
        if found := self.pick("SELECT number FROM billing_invoice WHERE state = 'issued' ORDER BY id", number):
            lines = None if whole else [{"position": position, "amount": amount}]
            self.act("billing.credit_invoice", invoice=found, lines=lines, reason="Erreur de prix")

    @rule(credit=which, debit=which, amount=st.one_of(st.none(), amounts))
    def apply(self, credit: int, debit: int, amount: str | None) -> None:
        giving = self.pick("SELECT number FROM ledger_openitem WHERE side = 'credit' ORDER BY id", credit)
        owed = self.pick("SELECT number FROM ledger_openitem WHERE side = 'debit' ORDER BY id", debit)
        if giving and owed:
            self.act("payments.allocate", credit=giving, document=owed, amount=amount)

    @rule(number=which)
    def take_an_allocation_back(self, number: int) -> None:
        row = self.pick(
            "SELECT c.number || ' ' || d.number FROM ledger_allocation a JOIN ledger_openitem c ON c.id = a.credit_id "
            "JOIN ledger_openitem d ON d.id = a.debit_id ORDER BY a.id",
            number,
        )
        if row:
            credit, document = str(row).split()
            self.act("payments.unallocate", credit=credit, document=document, reason="Mal imputé")

    @rule(amount=amounts, back=ago)
    def post_by_hand(self, amount: str, back: int) -> None:
        lines = [{"account": "1060", "debit": amount}, {"account": "4020", "credit": amount}]
        on = (clock.today() - timedelta(days=back)).isoformat()
        self.act("ledger.post_manual_entry", on=on, description="Ajustement", lines=lines)

    @rule(month=st.sampled_from(MONTHS), close=st.booleans())
    def close_or_reopen(self, month: str, close: bool) -> None:
        if close:
            self.act("ledger.close_month", month=month, reason="Vu et vérifié")
        else:
            self.act("ledger.reopen_month", month=month, reason="Oubli")

    @rule(days=st.integers(1, 20))
    def let_time_pass(self, days: int) -> None:
        if clock.today() < date(2026, 12, 20):
            clock.move(days=days)

    def everything_adds_up(self) -> None:
        """The checks of every app; account = documents, today and on any day; no number is missing."""
        assert [(result.code, result.wrong[0].en) for result in run_all() if result.wrong] == []
        for n in range(0, 120, 17):
            day = date(2026, 8, 25) + timedelta(days=n)
            (receivable,) = [row.closing for row in trial_balance(day, day).rows if row.number == "1200"] or [
                Decimal(0)
            ]
            assert aging(day).totals.balance == receivable
        owed = [balance(customer.pk) for customer in self.customers]
        documents = (
            "sum(CASE kind WHEN 'invoice' THEN total ELSE -total END) FROM billing_invoice WHERE state = 'issued'"
        )
        paid = "sum(amount) FROM payments_payment"
        for customer, sum_owed in zip(self.customers, owed, strict=True):
            assert sum_owed == self.one(
                f"SELECT coalesce((SELECT {documents} AND customer_id = {customer.pk}), 0) "
                f"- coalesce((SELECT {paid} WHERE customer_id = {customer.pk}), 0)"
            )
        for kind in ("invoice", "credit_note"):
            given = self.one(f"SELECT count(*) FROM billing_invoice WHERE state = 'issued' AND kind = '{kind}'")
            assert given == self.one(f"SELECT next - 1 FROM kernel_series WHERE code = '{kind}'")
        credited = (
            "SELECT count(*) FROM billing_invoice i "
            "JOIN (SELECT corrects_id, sum(total) AS total, sum(subtotal) AS net FROM billing_invoice "
            "      WHERE corrects_id IS NOT NULL GROUP BY 1) c ON c.corrects_id = i.id "
            "WHERE c.total > i.total OR c.net > i.subtotal OR (c.net = i.subtotal AND c.total <> i.total)"
        )
        assert self.one(credited) == 0

    def customer(self, who: int) -> str:
        """Return one of the customers by number."""
        return str(self.customers[who % len(self.customers)].number)

    def pick(self, query: str, which: int) -> Any:
        """Return one of the values a query gives, if there are any."""
        with connection.cursor() as cursor:
            cursor.execute(query)
            found = cursor.fetchall()
        return found[which % len(found)][0] if found else None

    def one(self, query: str) -> Any:
        """Return the one value of a query."""
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()[0]


def test_whatever_money_does_the_books_agree(committed_db: Any) -> None:
    """Each life is a transaction of its own: within one for all, every statement wades through the rows of the dead."""
    run_state_machine_as_test(Books, settings=settings(stateful_step_count=15, suppress_health_check=list(HealthCheck)))
