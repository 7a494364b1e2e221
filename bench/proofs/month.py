"""The month that the billing run's proofs bill: made special, confirmed, worked on by real processes, compared."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from bench import harness, volume
from gigafibre.billing.models import BillingRun, InterestDays
from gigafibre.billing.queries.proof import proof_of_run
from gigafibre.billing.scheduling import SWITCH, begins
from gigafibre.identity.actions import turn_switch_on
from gigafibre.kernel import clock, settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.perform import perform
from gigafibre.ledger.checks import run_all

HERE = Path(__file__).parent
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["bench.proofs.scheduler"])
Found = tuple[dict[int, str], list[str]]

# What one customer got, as one text: his document, lines, taxes, postings, receivable, charged days, subscriptions.
FINGERPRINT = """
WITH documents AS (SELECT * FROM billing_invoice WHERE run_id IS NOT NULL)
SELECT customer_id, md5(string_agg(fact, '|' ORDER BY fact)) FROM (
  SELECT customer_id, concat_ws(' ', 'document', kind, state, date, due_date, subtotal, tax_total, total, bill_name,
                                bill_address, language) AS fact FROM documents
  UNION ALL
  SELECT d.customer_id, concat_ws(' ', 'line', l.position, l.kind, l.child_id, l.subscription_id, l.location_id, l.sku,
         l.description, l.quantity, l.unit_price, l.amount, l.taxable, l.revenue_account, l.period_start, l.period_end)
  FROM documents d JOIN billing_invoiceline l ON l.invoice_id = d.id
  UNION ALL
  SELECT d.customer_id, concat_ws(' ', 'tax', x.tax_id, x.rate, x.base, x.amount)
  FROM documents d JOIN billing_invoicetax x ON x.invoice_id = d.id
  UNION ALL
  SELECT d.customer_id, concat_ws(' ', 'posting', e.date, e.kind, a.number, l.debit, l.credit)
  FROM documents d JOIN ledger_journalentry e ON e.document = d.number AND e.kind = d.kind
  JOIN ledger_journalline l ON l.entry_id = e.id JOIN ledger_account a ON a.id = l.account_id
  UNION ALL
  SELECT o.customer_id, concat_ws(' ', 'receivable', o.side, o.kind, o.date, o.due_date, o.amount, o.open)
  FROM ledger_openitem o
  UNION ALL
  SELECT s.customer_id, concat_ws(' ', 'days', s.id, s.charged_until, c.period, c.whole, c.price, c.amount,
                                  c.line_id IS NULL)
  FROM subscriptions_subscription s JOIN billing_chargedperiod c ON c.subscription_id = s.id
  UNION ALL
  SELECT s.customer_id, concat_ws(' ', 'promoted', p.id, d.period, d.whole, d.discount, d.amount, d.line_id IS NULL)
  FROM billing_promotedperiod d JOIN subscriptions_promotion p ON p.id = d.promotion_id
  JOIN subscriptions_subscription s ON s.id = p.subscription_id
  UNION ALL
  SELECT s.customer_id, concat_ws(' ', 'levied', s.id, m.month, m.amount, m.line_id IS NULL)
  FROM billing_leviedmonth m JOIN subscriptions_subscription s ON s.id = m.subscription_id
  UNION ALL
  SELECT d.customer_id, concat_ws(' ', 'relieved', l.position, r.tax_id, r.exemption_id, r.treatment)
  FROM documents d JOIN billing_invoiceline l ON l.invoice_id = d.id JOIN billing_linerelief r ON r.line_id = l.id
  UNION ALL
  SELECT customer_id, concat_ws(' ', 'deferred', subscription_id, account_id, month, sum(amount), deferred_on)
  FROM ledger_deferredpart GROUP BY customer_id, subscription_id, account_id, month, deferred_on
  UNION ALL
  SELECT customer_id, concat_ws(' ', 'waits', id, line_id IS NULL, withdrawn_at IS NULL) FROM billing_pendingcharge
  UNION ALL
  SELECT s.customer_id, concat_ws(' ', 'proof', s.id, p.outcome, p.cause, p.amount)
  FROM billing_runsubscription p JOIN subscriptions_subscription s ON s.id = p.subscription_id
) facts GROUP BY customer_id
"""


@dataclass(frozen=True)
class Month:
    """A day to bill, and when: `late` months nobody billed; who looks by himself does so from `hour` on."""

    day: date = volume.RUN_DAY
    late: int = 0
    hour: int = 6

    def noon_before(self) -> str:
        """The instant of an undisturbed run: the day before, at noon."""
        return (clock.start_of(self.day) - timedelta(hours=12)).isoformat()

    def just_before(self, seconds: float, *, of: datetime | None = None) -> str:
        """A clock that runs on from some seconds before its hour, or before another instant."""
        return ((of or begins(self.day)).astimezone(UTC) - timedelta(seconds=seconds)).isoformat() + "+"


def prepare(month: Month, *, confirm: bool = True) -> None:
    """Make a volume that month: special in every way a month can be; confirmed, or left to the schedulers."""
    months = (month.day.year - volume.RUN_DAY.year) * 12 + month.day.month - volume.RUN_DAY.month
    harness.forgive_new_columns()
    with transaction.atomic(), connection.cursor() as cursor:
        text = (HERE / "month.sql").read_text()
        cursor.execute(text, {"day": month.day, "months": months, "late": month.late})
    clock.freeze(month.noon_before())
    try:
        since = (month.day - timedelta(days=45)).isoformat()
        perform(
            "billing.set_late_interest_rate", {"percent": "19.56", "since": since, "reason": "Preuve."}, actor=SYSTEM
        )
        perform("billing.charge_late_interest", {}, actor=SYSTEM)
        late = InterestDays.objects.exists() or month.day < volume.RUN_DAY
        assert late, "nobody is late in this volume: no interest waits for the run"
        if confirm:
            perform("billing.confirm_run", {"date": month.day.isoformat()}, actor=SYSTEM)
        else:
            settings.put("billing.confirm_hour", month.hour)
            with acting_as(SYSTEM):
                turn_switch_on(SWITCH, confirmation=SWITCH, reason="Preuve.")
    finally:
        clock.release()


class Started:
    """A real process, begun by a server that loaded everything once: reading it takes longer than a small month."""

    def __init__(self, module: str, *words: str, now: str, errors: Path) -> None:
        given = (module, words, now, str(errors), os.environ["DATABASE_URL"])
        self.process = PROCESSES.Process(target=_child, args=given)
        self.process.start()

    def poll(self) -> int | None:
        """Return how it ended, None while it lives."""
        return self.process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it ends; returns how."""
        self.process.join(timeout)
        if self.process.exitcode is None:
            raise TimeoutError(f"a process did not end within {timeout} s")
        return self.process.exitcode

    def kill(self) -> None:
        """End it by kill −9."""
        self.process.kill()


def _child(module: str, words: tuple[str, ...], now: str, errors: str, url: str) -> None:
    """Do what `python -m module words` does, at an instant; what it says is kept."""
    said = os.open(errors, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.environ["GIGAFIBRE_CLOCK"], clock._began = now, time.monotonic()
    sys.argv = [module, *words]
    with harness.using(url):
        import_module("gigafibre.config.cli" if module == "gigafibre" else module).main()


def settled() -> int:
    """Count the customers that are done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM billing_runitem WHERE state <> 'waiting'")
        return int(cursor.fetchone()[0])


def check(day: date) -> dict[str, Any]:
    """One run, done; its proof sheet accounts for every subscription; the books agree; nothing is left behind."""
    (run,) = BillingRun.objects.all()
    assert (run.date, run.state) == (day, "done"), f"the run of {run.date} is {run.state}"
    sheet = proof_of_run(run.pk)
    wrong = sheet.disagreements()
    assert not wrong, f"the proof sheet disagrees: {wrong}"
    broken = [f"{result.code}: {result.wrong[0].en}" for result in run_all() if result.wrong]
    assert not broken, f"the books disagree: {broken}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_movement")
        assert cursor.fetchone()[0] == 0, "a ledger movement was left behind"
    return {
        "subscriptions": sheet.live,
        "documents": sheet.documents,
        "lines": sheet.lines,
        "total": str(sheet.total),
        "outcomes": {f"{o.outcome} {o.cause}".strip(): o.count for o in sheet.outcomes},
    }


def fingerprint() -> Found:
    """Return a digest of what each customer got, and the numbers given, in order."""
    with connection.cursor() as cursor:
        cursor.execute(FINGERPRINT)
        digests = dict(cursor.fetchall())
        cursor.execute("SELECT number FROM billing_invoice WHERE run_id IS NOT NULL ORDER BY number")
        return digests, [row[0] for row in cursor.fetchall()]


def same(wanted: Found, found: Found) -> None:
    """Two runs gave each customer the same, and used the same numbers."""
    different = [customer for customer in wanted[0] if wanted[0][customer] != found[0].get(customer)]
    assert not different, f"{len(different)} customers got something else, such as {different[:5]}"
    assert wanted[0].keys() == found[0].keys(), "other customers were billed"
    assert len(set(found[1])) == len(found[1]), "a number was given twice"
    assert wanted[1] == found[1], "other numbers were given"
