"""Interest given back: a payment entered late, or a credit note, shows that less was overdue on days charged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db import connection
from django.db.models import Sum

from gigafibre.billing.interest import YEAR, Owed, Segment, owed, span
from gigafibre.billing.models import InterestGivenBack
from gigafibre.kernel import clock
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.money import cents
from gigafibre.kernel.periods import Period

# Only invoices to which something older than their charged days was applied since. What was waived, or given back by a
# credit note already, is left out.
_CHARGED = """
SELECT o.customer_id, o.id, o.number, lower(d.period), upper(d.period), d.principal, d.percent
FROM billing_interestdays d
JOIN ledger_openitem o ON o.id = d.item_id
JOIN billing_pendingcharge p ON p.id = d.charge_id AND p.withdrawn_at IS NULL
WHERE (%(customer)s::bigint IS NULL OR o.customer_id = %(customer)s::bigint)
  AND NOT EXISTS (SELECT FROM billing_invoiceline g JOIN billing_invoice n ON n.id = g.invoice_id AND n.state = 'issued'
                  WHERE g.credits_id = p.line_id)
  AND d.item_id IN (
    SELECT x.item_id FROM billing_interestdays x
    JOIN billing_pendingcharge y ON y.id = x.charge_id
    JOIN ledger_allocation a ON a.debit_id = x.item_id AND a.undone_on IS NULL AND a.at >= y.created_at
    JOIN ledger_openitem c ON c.id = a.credit_id AND (c.date < upper(x.period) OR c.kind = 'credit_note'))
ORDER BY o.customer_id, o.id, lower(d.period)
"""


@dataclass(frozen=True)
class Back:
    """What was charged too much on an invoice and not given back yet: `exact` is principal × percent × days."""

    customer_id: int
    item_id: int
    invoice: str
    days: Period
    exact: Decimal

    @property
    def amount(self) -> Decimal:
        """To the cent."""
        return cents(self.exact / (100 * YEAR))

    def words(self, language: Language) -> str:
        """Say it as the invoice prints it."""
        said = span(self.days, language)
        if language == "fr":
            return f"Intérêts de retard rendus, facture {self.invoice} : {said}"
        return f"Late interest given back, invoice {self.invoice}: {said}"


def too_much(customer_id: int | None = None) -> list[Back]:
    """Return what was charged too much, as is known today, of a customer or of all; a cent at least each."""
    with connection.cursor() as cursor:
        cursor.execute(_CHARGED, {"customer": customer_id})
        rows = cursor.fetchall()
    if not rows:
        return []
    anew = {one.item_id: one for one in owed(clock.today() + timedelta(days=1), anew={row[1] for row in rows})}
    given = dict(InterestGivenBack.objects.values_list("item_id").annotate(sum=Sum("exact")))
    found = []
    for (customer, item, number), parts in groupby(rows, key=lambda row: row[:3]):
        days, exact = _less(_segments(parts), anew.get(item))
        back = Back(customer, item, number, days, exact - given.get(item, Decimal(0))) if days else None
        if back and back.amount > 0:
            found.append(back)
    return found


def _segments(rows: Iterable[Any]) -> list[Segment]:
    return [Segment(Period(start, upto), principal, percent) for *_, start, upto, principal, percent in rows]


def _less(charged: list[Segment], now: Owed | None) -> tuple[Period | None, Decimal]:
    """Return how much less the same days cost now at the same rates, and from which day to which."""
    exact, lower, upper = Decimal(0), [], []
    for was in charged:
        left = was.days.days
        for part in now.segments if now else ():
            both = part.days.overlap(was.days)
            if both is None:
                continue
            left -= both.days
            exact += (was.principal - part.principal) * was.percent * both.days
            if part.principal < was.principal:
                lower.append(both.start)
                upper.append(both.end)
        if left:
            exact += was.principal * was.percent * left
            paid = [part.days.end for part in now.segments if part.days.overlap(was.days)] if now else []
            lower.append(max([was.days.start, *paid]))
            upper.append(was.days.end)
    return (Period(min(lower), max(upper)) if lower else None), exact
