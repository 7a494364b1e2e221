"""The checks find what is planted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection

from gigafibre.billing import run
from gigafibre.billing.models import BillingRun, Invoice
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.ledger.checks import run_all
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture
def billed(clock: Any) -> None:
    clock.freeze("2026-12-01T09:00:00")
    for _ in range(3):
        a_subscription("60.00")
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    run.issue(BillingRun.objects.get().pk)


def found() -> dict[str, list[str]]:
    return {r.code: [w.en for w in r.wrong] for r in run_all() if r.code.startswith("billing.") and r.wrong}


@pytest.mark.usefixtures("billed")
def test_a_month_just_billed_holds() -> None:
    assert found() == {}


@pytest.mark.usefixtures("billed")
def test_a_document_slipped_in_is_found() -> None:
    like = Invoice.objects.order_by("id")[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        here = cursor.fetchone()[0]
    Invoice.objects.create(
        number="SINV-2026-000009",
        state="issued",
        customer_id=like.customer_id,
        date=date(2026, 12, 1),
        due_date=date(2026, 12, 1),
        subtotal=10,
        tax_total=0,
        total=10,
        bill_name="X",
        language="fr",
        issued_at=like.issued_at,
        issued_xid=here,
    )
    wrong = found()
    assert wrong["billing.documents_add_up"] == ["SINV-2026-000009: 10.00 + 0.00 on the document, 0.00 + 0.00 in lines"]
    assert wrong["billing.documents_posted"] == ["SINV-2026-000009 has no posting"]
    assert len(wrong) == 4  # its account and the numbers of its series too
