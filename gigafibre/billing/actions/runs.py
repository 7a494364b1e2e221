"""The face of billing for writing: one function per verb."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field

from gigafibre.billing import tasks
from gigafibre.billing.confirming import make_run, refuse_day
from gigafibre.billing.errors import NoSuchRun, ProofDisagrees, RunNotDone, RunSigned
from gigafibre.billing.events import BillingRunConfirmed
from gigafibre.billing.models import BillingRun, RunItem
from gigafibre.billing.queries.proof import proof_of_run
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.events import publish
from gigafibre.kernel.money import Amount
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

NOTHING = Decimal("0.00")

#: How many jobs issue a run side by side.
WORKERS = 2

_DAY = {"date": Text("Jour facturé", "Day billed")}
RunDay = Annotated[datetime.date, Field(description="The day the run bills, usually the first of a month")]


class RunStarted(BaseModel):
    """A confirmed run: how many customers are due, what they come to; `already` when it had been confirmed before."""

    date: datetime.date
    customers: int
    subtotal: Amount
    already: bool = False


@action(
    permission="billing.run",
    label=Text("Confirmer la facturation", "Confirm the billing run"),
    harmful=True,
    fields=_DAY,
)
def confirm_run(date: RunDay) -> RunStarted:
    """Launch the billing of a day: every customer due gets his invoice, in the background, once whatever happens."""
    existing = BillingRun.objects.filter(date=date).first()
    if existing is None:
        refuse_day(date)
    run, made = make_run(date)
    items = RunItem.objects.filter(run=run)
    started = RunStarted(
        date=date,
        customers=items.count(),
        subtotal=sum(items.values_list("expected", flat=True), start=NOTHING),
        already=not made,
    )
    if made:
        publish(BillingRunConfirmed(date=date, customers=started.customers, subtotal=started.subtotal))
    if run.state in {BillingRun.State.CONFIRMED, BillingRun.State.ISSUING}:
        for _ in range(WORKERS):
            tasks.issue_run.defer(run_id=run.pk)
    return started


@action(permission="billing.run", label=Text("Reprendre la facturation", "Resume the billing run"), fields=_DAY)
def resume_run(date: RunDay) -> RunStarted:
    """Go on with a run: what waits is issued, and customers who were parked are tried again."""
    run = _run_of(date)
    if run.state == BillingRun.State.SIGNED:
        raise RunSigned(date=date)
    parked = RunItem.objects.filter(run=run, state=RunItem.State.PARKED)
    again = parked.update(state=RunItem.State.WAITING, error="")
    if again or run.state != BillingRun.State.DONE:
        if run.state == BillingRun.State.DONE:
            run.state = BillingRun.State.ISSUING
            run.save(update_fields=["state"])
        tasks.issue_run.defer(run_id=run.pk)
    waiting = RunItem.objects.filter(run=run, state=RunItem.State.WAITING)
    subtotal = sum(waiting.values_list("expected", flat=True), start=NOTHING)
    return RunStarted(date=date, customers=waiting.count(), subtotal=subtotal, already=True)


@action(permission="billing.run", label=Text("Signer la feuille de preuve", "Sign the proof sheet off"), fields=_DAY)
def sign_run(date: RunDay) -> None:
    """Sign a finished run's proof sheet: every subscription explained, expected = issued = ledger = taxes."""
    run = _run_of(date)
    if run.state == BillingRun.State.SIGNED:
        raise RunSigned(date=date)
    if run.state != BillingRun.State.DONE:
        raise RunNotDone(date=date)
    wrong = proof_of_run(run.pk).disagreements()
    fact = Text("La feuille de preuve balance", "The proof sheet balances")
    if not rule("billing.proof_balances", "docs: billing run", fact, passed=not wrong):
        raise ProofDisagrees(what=", ".join(wrong))
    run.state = BillingRun.State.SIGNED
    run.signed_by = current_actor().label
    run.signed_at = clock.now()
    run.save(update_fields=["state", "signed_by", "signed_at"])


def _run_of(date: datetime.date) -> BillingRun:
    run = BillingRun.objects.select_for_update().filter(date=date).first()
    if run is None:
        raise NoSuchRun(date=date)
    return run
