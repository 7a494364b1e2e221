"""Documents in customers' accounts for tests, of this app and of those above: each posted and opened, as it must be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count

from django.db.models import Sum

from gigafibre.ledger.actions import Line, add_open_item, post_entry
from gigafibre.ledger.models import Account, ClosedMonth, DeferredPart
from gigafibre.ledger.queries import accounts_by_role

_numbers = count(1)
A_DAY = date(2026, 11, 1)


def a_debit(
    customer_id: int = 1,
    amount: str = "100.00",
    *,
    on: date = A_DAY,
    due: date | None = None,
    number: str = "",
    kind: str = "invoice",
) -> int:
    """Post and open something a customer owes; returns the open item's id."""
    number, value, roles = number or f"T-{next(_numbers)}", Decimal(amount), accounts_by_role()
    owed = Line(roles["receivable"], debit=value, customer_id=customer_id)
    post_entry(on, kind, number, [owed, Line(roles["revenue"], credit=value)])
    return add_open_item(customer_id, side="debit", kind=kind, number=number, on=on, amount=value, due_date=due)


def a_credit(
    customer_id: int = 1, amount: str = "100.00", *, on: date = A_DAY, number: str = "", kind: str = "payment"
) -> int:
    """Post and open something a customer has paid; returns the open item's id."""
    number, value, roles = number or f"T-{next(_numbers)}", Decimal(amount), accounts_by_role()
    received = Line(roles["receivable"], credit=value, customer_id=customer_id)
    post_entry(on, kind, number, [Line(roles["clearing.cheque"], debit=value), received])
    return add_open_item(customer_id, side="credit", kind=kind, number=number, on=on, amount=value)


def a_closed_month(month: str) -> None:
    """Close a month (`2026-12`) behind the verb's back, whatever its checklist says."""
    ClosedMonth.objects.create(month=date.fromisoformat(f"{month}-01"), closed_by="Ève")


def deferred_parts(document: str = "") -> list[tuple[date, Decimal]]:
    """Return what waits by month, of one document or of all, net of what was given back."""
    waiting = DeferredPart.objects.filter(recognised_on=None, **({"document": document} if document else {}))
    return list(waiting.values_list("month").annotate(sum=Sum("amount")).order_by("month"))


def a_deferred_part(
    month: date, amount: str = "50.00", *, on: date = A_DAY, account: str = "4020", customer_id: int = 1
) -> str:
    """Defer an amount to a month, as an invoice does; returns the document's number."""
    number, value, roles = f"T-{next(_numbers)}", Decimal(amount), accounts_by_role()
    post_entry(on, "invoice", number, [Line(account, debit=value), Line(roles["deferred_revenue"], credit=value)])
    key = Account.objects.get(number=account).pk
    DeferredPart.objects.create(
        document=number, customer_id=customer_id, account_id=key, month=month, amount=value, deferred_on=on
    )
    return number
