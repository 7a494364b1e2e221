"""A document whose amounts changed in the old system: taken back here in full, issued anew, once."""

from __future__ import annotations

from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from gigafibre.billing.models import Invoice
from gigafibre.crm.models import Customer
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.ledger.checks import run_all
from gigafibre.legacy.importing.run import opened
from gigafibre.legacy.models import ImportFinding, ImportRun, Reissue
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.verify import verify


@pytest.fixture
def dump(committed_db: Any, tmp_path: Path) -> Dump:
    call_command("legacy_sample", to=str(tmp_path), scale=0.004, seed=3, defects="none", json=True, stdout=StringIO())
    imported(tmp_path)
    return Dump(tmp_path)


def raise_total(dump: Dump, invoice: int, by: str) -> None:
    """Bill so much more, without taxes, on the first line of an invoice."""
    dump.change("invoice", invoice, total_amt=lambda old: Decimal(old) + Decimal(by))
    line = rows(
        "SELECT l.legacy_id FROM billing_invoiceline l JOIN billing_invoice v ON v.id = l.invoice_id "
        f"WHERE v.legacy_id = {int(invoice)} AND l.quantity = 1 ORDER BY l.position LIMIT 1"
    )[0][0]
    dump.change("invoice_item", line, unitary_price=lambda old: Decimal(old) + Decimal(by))


def one(which: str) -> tuple[int, int, Decimal]:
    """Return legacy id, customer and total of the newest invoice of one plain line that is open or paid as said."""
    found = rows(
        "SELECT v.legacy_id, v.customer_id, v.total FROM billing_invoice v "
        "JOIN ledger_openitem o ON o.number = v.number "
        f"AND o.kind = v.kind WHERE v.kind = 'invoice' AND v.total > 20 AND {which} AND EXISTS (SELECT FROM "
        "billing_invoiceline l WHERE l.invoice_id = v.id AND l.quantity = 1) ORDER BY v.legacy_id DESC LIMIT 1"
    )
    return found[0]


def left() -> dict[str, Decimal]:
    return dict(rows("SELECT number, open FROM ledger_openitem"))


def holds(dump: Dump, run: ImportRun) -> None:
    """Assert that every sum, every check and the second opinion hold, and that another import does nothing."""
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert [check for check in run_all() if check.wrong] == []
    with opened(str(dump.folder)) as source:
        assert [check for check in verify(source) if not check.holds] == []
    entries = rows("SELECT count(*) FROM ledger_journalentry")
    again = imported(dump.folder)
    assert {name for name, done in again.report["phases"].items() if done.get("new") or done.get("changed")} == set()
    assert rows("SELECT count(*) FROM ledger_journalentry") == entries
    assert not ImportFinding.objects.filter(run=again, code="document_reissued").exists()


def test_an_unpaid_invoice_is_taken_back_and_issued_anew(dump: Dump) -> None:
    key, customer, total = one("o.open = o.amount")
    raise_total(dump, key, "5.00")

    run = imported(dump.folder)

    found = ImportFinding.objects.get(run=run, code="document_reissued")
    assert (found.legacy_id, found.amount) == (key, Decimal("5.00"))
    assert found.detail == f"{key}: {total} → {key}-2: {total + 5}"
    back, anew = Invoice.objects.get(number=f"{key}-R1"), Invoice.objects.get(number=f"{key}-2")
    former = Invoice.objects.get(legacy_id=key)
    assert (former.total, back.kind, back.total, back.corrects, back.date) == (
        total, "credit_note", total, former, former.date,
    )  # fmt: skip
    assert (anew.kind, anew.total, anew.tax_total, anew.customer_id) == (
        "invoice", total + 5, former.tax_total, customer,
    )  # fmt: skip
    assert sum(line.amount for line in anew.lines.all()) == anew.subtotal
    assert [line.amount for line in back.lines.order_by("position")] == [
        line.amount for line in former.lines.order_by("position")
    ]
    opens = left()
    assert (opens[str(key)], opens[f"{key}-R1"], opens[f"{key}-2"]) == (0, 0, total + 5)
    holds(dump, run)
    # Gone from there since: it stays here, listed with the amount that stands.
    for table, column in (("invoice", "id"), ("invoice_item", "invoice_id"), ("invoice_tax", "invoice_id")):
        dump.without(table, column, key)
    run = imported(dump.folder)
    gone = ImportFinding.objects.get(run=run, code="gone_from_source", table="invoice")
    assert (gone.legacy_id, gone.amount) == (key, -(total + 5))
    holds(dump, run)


def test_what_paid_the_former_one_pays_the_new_one_and_twice_is_twice(dump: Dump) -> None:
    key, _, _ = one("o.open = 0")
    raise_total(dump, key, "7.50")
    imported(dump.folder)
    assert left()[f"{key}-2"] == Decimal("7.50")

    raise_total(dump, key, "-2.50")
    run = imported(dump.folder)

    opens = left()
    assert (opens[str(key)], opens[f"{key}-2"], opens[f"{key}-R2"], opens[f"{key}-3"]) == (0, 0, 0, Decimal("5.00"))
    assert list(Reissue.objects.order_by("turn", "role").values_list("turn", "role", "replaces__number")) == [
        (1, "document", str(key)), (1, "reversal", str(key)), (2, "document", f"{key}-2"), (2, "reversal", f"{key}-2"),
    ]  # fmt: skip
    holds(dump, run)


def test_what_people_allocated_here_follows(dump: Dump) -> None:
    key, customer, total = one("o.open = o.amount")
    number = Customer.objects.get(pk=customer).number
    perform(
        "payments.record_payment",
        {
            "customer": number,
            "amount": "20.00",
            "mode": "cash",
            "allocations": [{"invoice": str(key), "amount": "20.00"}],
        },
        actor=SYSTEM,
    )
    assert left()[str(key)] == total - 20
    raise_total(dump, key, "5.00")

    run = imported(dump.folder)

    assert left()[f"{key}-2"] == total + 5 - 20
    holds(dump, run)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"role": "other"}, "reissue_role_known"),
        ({"turn": 0}, "reissue_turn_from_one"),
        ({"role": "document", "turn": 1}, "reissued_once_a_turn"),
        ({"role": "document", "turn": 2}, "replaced_once_by_each"),
    ],
)
def test_the_database_keeps_the_chain(dump: Dump, change: dict[str, Any], rule: str) -> None:
    key, _, _ = one("o.open = o.amount")
    raise_total(dump, key, "5.00")
    imported(dump.folder)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Reissue.objects.filter(role="reversal").update(**change)
    assert Reissue.objects.filter(role="reversal", turn=1).count() == 1
