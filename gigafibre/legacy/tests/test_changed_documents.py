"""Documents that change in the source after they came: drafts anew or kept, issued ones told, column by column."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gigafibre.billing import actions as billing
from gigafibre.billing.actions.documents import DraftLine
from gigafibre.billing.models import Invoice, InvoiceLine
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.models import Note
from gigafibre.legacy.importing.run import opened
from gigafibre.legacy.models import ImportFinding, ImportRun, LegacyRow
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.verify import verify

NOW = int(time.time()) - 3600


@pytest.fixture
def dump(committed_db: Any, tmp_path: Path) -> Dump:
    """A small sound source, to be imported."""
    make(scaled(0.002, 5, Defects.NONE, date(2026, 11, 20)), tmp_path)
    return Dump(tmp_path)


def first_account(dump: Dump) -> str:
    return (dump.folder / "account.txt").read_text().split("\t", 1)[0]


def an_invoice(dump: Dump, amount: str, **values: object) -> int:
    """Add an invoice of one untaxed line."""
    key = dump.add(
        "invoice", **{"account_id": first_account(dump), "date_orig": NOW, "total_amt": amount, "billing_status": 1}
        | values,
    )  # fmt: skip
    a_line(dump, key, amount)
    return key


def a_line(dump: Dump, invoice: int, amount: str, name: str = "Frais") -> int:
    return dump.add(
        "invoice_item", invoice_id=invoice, sku="AUTRE", product_name=name, quantity="1.000", unitary_price=amount
    )


def listed(run: ImportRun, code: str) -> list[tuple[Any, ...]]:
    found = ImportFinding.objects.filter(run=run, code=code)
    return sorted(found.values_list("table", "legacy_id", "detail", "amount"), key=str)


def unexplained(run: ImportRun) -> list[Any]:
    """Return what does not hold: a sum, or rows of a table that neither stand here nor were skipped."""
    return [row for row in run.report["reconciliation"] if float(row["rest"])] + [
        row for row in run.report["tables"] if row["rest"]
    ]


def as_said(dump: Dump) -> list[Any]:
    with opened(str(dump.folder)) as source:
        return [check for check in verify(source) if not check.holds]


def standing(key: int) -> tuple[str, str | None, str, str, str]:
    """Return state, number, total, notes and due day of the document of a legacy invoice."""
    found = Invoice.objects.get(legacy_id=key)
    return found.state, found.number, f"{found.total:f}", found.notes, f"{found.due_date}"


def test_drafts_are_taken_anew_unless_staff_worked_on_them(dump: Dump) -> None:
    edited, final, thrown, left, told, sent = (an_invoice(dump, "10.00", billing_status=0) for _ in range(6))
    imported(dump.folder)
    ours = [DraftLine(description="D’ici", unit_price=Decimal(40), account="4000", taxable=False)]
    draft = {key: f"DRAFT-{Invoice.objects.get(legacy_id=key).pk}" for key in (edited, final, thrown, left, sent)}
    with acting_as(SYSTEM):
        number = billing.issue_invoice(draft[sent])
        for key in (edited, final):
            billing.edit_draft(draft[key], lines=ours)
        for key in (thrown, left):
            billing.discard_draft(draft[key])
    for key in (edited, final, thrown, left):
        line = rows(f"SELECT id FROM legacy_stage.invoice_item WHERE invoice_id = {key}")[0][0]
        dump.change("invoice_item", line, unitary_price=lambda _: "12.00")
        dump.change("invoice", key, total_amt=lambda _: "12.00")
    for key in (final, thrown):
        dump.change("invoice", key, billing_status=lambda _: 1)
    due = NOW + 40 * 86_400
    dump.change("invoice", told, notes=lambda _: "À revoir", due_date=lambda _: due)

    run = imported(dump.folder)

    assert standing(edited)[:3] == ("draft", None, "40.00")
    assert standing(final)[:3] == ("issued", str(final), "12.00")
    assert standing(thrown)[:3] == ("issued", str(thrown), "12.00")
    assert not Invoice.objects.filter(legacy_id=left).exists()
    assert standing(told)[3:] == ("À revoir", f"{clock.day_of(datetime.fromtimestamp(due, UTC))}")
    kept = Invoice.objects.get(pk=int(draft[final].removeprefix("DRAFT-")))
    assert (kept.state, kept.legacy_id, f"{kept.total:f}") == ("draft", None, "40.00")
    conflicts = ImportFinding.objects.filter(run=run, code="conflict", table="invoice")
    told_of = {(row.legacy_id, row.field.removeprefix("billing_invoice.")): (row.ours, row.theirs) for row in conflicts}
    assert told_of[edited, "total"] == told_of[final, "total"] == ("40.00", "12.00")
    assert told_of[edited, "lines"] == ("D’ici · 1 × 40", "AUTRE · Frais · 1 × 12")
    assert told_of[final, "state"] == ("draft", "issued")
    assert (edited, "state") not in told_of
    assert {key for key, _ in told_of} == {edited, final}
    lines = rows(f"SELECT id FROM legacy_stage.invoice_item WHERE invoice_id IN ({edited}, {left}) ORDER BY id")
    assert [row[:2] for row in listed(run, "deleted_here")] == [
        ("invoice", left), *(("invoice_item", key) for (key,) in lines),
    ]  # fmt: skip
    assert rows(f"SELECT amount, open FROM ledger_openitem WHERE number = '{thrown}'") == [(Decimal(12), Decimal(12))]
    # One that was issued here is a document of ours, with its taxes, which the source's sums don't count.
    assert standing(sent)[:3] == ("issued", number, "11.50")
    assert unexplained(run) == []
    assert as_said(dump) == []

    third = imported(dump.folder)
    again = ImportFinding.objects.filter(run=third, code="conflict", table="invoice")
    assert set(again.values_list("legacy_id", flat=True)) == {edited}, "what nobody settled is told again"
    assert standing(edited)[:3] == ("draft", None, "40.00")
    assert third.report["phases"]["invoices"].get("new", 0) == 0


def test_what_an_issued_document_says_otherwise_is_told(dump: Dump) -> None:
    swapped, moved, noted, sent, same = (an_invoice(dump, "20.00") for _ in range(5))
    one, other = a_line(dump, swapped, "3.00", "Un"), a_line(dump, swapped, "-3.00", "Moins un")
    dump.change("invoice", moved, total_amt=lambda _: "21.00")
    tax = dump.add("invoice_tax", invoice_id=moved, tax_id=1, amount="1.00")
    imported(dump.folder)
    dump.change("invoice_item", one, unitary_price=lambda _: "4.00")
    dump.change("invoice_item", other, unitary_price=lambda _: "-4.00")
    dump.change("invoice_tax", tax, tax_id=lambda _: 3)
    dump.change("invoice", noted, notes=lambda _: "Revue", ppa_charge=lambda _: 1, due_date=lambda _: NOW + 9 * 86_400,
                template_message=lambda _: "Merci")  # fmt: skip
    dump.change("invoice", sent, process_status=lambda _: 1)
    # What stands here comes out the same.
    dump.change("invoice", same, due_date=lambda _: NOW - 86_400)
    before = [standing(key) for key in (swapped, moved, noted, sent, same)]

    run = imported(dump.folder)

    assert listed(run, "document_changed") == sorted([
        ("invoice", swapped, "invoice_item", None),
        ("invoice", noted, "due_date, notes, template_message, ppa_charge", None),
    ], key=str)  # fmt: skip
    words = f"{moved}: 21.00 → {moved}-2: 21.00"
    assert listed(run, "document_reissued") == [("invoice", moved, words, Decimal(0))], "a tax is an amount"
    assert listed(run, "sent_since") == [("invoice", sent, "", None)]
    assert [standing(key) for key in (swapped, moved, noted, sent, same)] == before, "nothing changes here"
    assert unexplained(run) == []
    assert as_said(dump) == []
    again = imported(dump.folder)
    assert listed(again, "document_changed") == listed(run, "document_changed")
    assert listed(again, "sent_since") == []


def test_documents_of_an_earlier_version_are_not_told_as_changed(dump: Dump) -> None:
    changed = an_invoice(dump, "20.00")
    imported(dump.folder)
    of_documents = LegacyRow.objects.filter(target="billing_invoice")
    of_documents.update(mark=None)
    again = imported(dump.folder)
    assert listed(again, "document_changed") == listed(again, "sent_since") == []
    assert not of_documents.filter(mark=None).exists()
    dump.change("invoice", changed, notes=lambda _: "Revue")
    assert listed(imported(dump.folder), "document_changed") == [("invoice", changed, "notes", None)]


def test_a_payment_whose_words_changed_is_told(dump: Dump) -> None:
    paid = dump.add("payment", account_id=first_account(dump), date_orig=NOW, amount="5.00", type="chèque")
    imported(dump.folder)
    dump.change("payment", paid, reference=lambda _: "987", memo=lambda _: "Corrigé")
    run = imported(dump.folder)
    assert listed(run, "document_changed") == [("payment", paid, "reference, memo", Decimal(0))]
    assert unexplained(run) == []


def test_moments_in_milliseconds_or_of_no_time_are_read_as_such(dump: Dump) -> None:
    milli = an_invoice(dump, "20.00", date_orig=NOW * 1000)
    never = an_invoice(dump, "20.00", date_orig=99_999_999_999_999_999)
    account = first_account(dump)
    memos = [
        dump.add("account_memo", account_id=account, memo="Note", last_updated=when)
        for when in (NOW * 1000, 99_999_999_999_999_999, 2_147_483_647)
    ]
    run = imported(dump.folder)
    found = dict(Invoice.objects.filter(legacy_id__in=[milli, never]).values_list("legacy_id", "issued_at"))
    assert found[milli] == datetime.fromtimestamp(NOW, UTC)
    assert f"{Invoice.objects.get(legacy_id=never).date}" == "2000-01-01"
    assert found[never] == datetime(2000, 1, 1, 5, tzinfo=UTC)
    notes = Note.objects.filter(legacy_id__in=memos).order_by("legacy_id")
    assert [int(note.at.timestamp()) for note in notes] == [NOW, 946_684_800, 946_684_800]
    told = {(table, key) for table, key, _, _ in listed(run, "date_impossible")}
    assert told == {("invoice", milli), ("invoice", never), *(("account_memo", key) for key in memos)}
    assert unexplained(run) == []
    assert as_said(dump) == []


def test_what_is_gone_is_told_and_the_sums_hold(dump: Dump) -> None:
    """Also: taxes of nothing or of an unknown kind, corrections that ask for money, notes and places of nobody."""
    account = first_account(dump)
    unpaid, taxed = an_invoice(dump, "20.00"), an_invoice(dump, "23.00")
    tax, nil = (dump.add("invoice_tax", invoice_id=taxed, tax_id=9, amount=amount) for amount in ("3.00", "0.00"))
    dump.change("invoice_item", a_line(dump, taxed, "0.00"), quantity=lambda _: "0.000")
    paid = dump.add("payment", account_id=account, date_orig=NOW, amount="5.00", applied_amt="5.00", type="chèque")
    part = dump.add("payment_item", payment_id=paid, invoice_id=unpaid, amount="5.00")
    more, nothing = (an_invoice(dump, amount, correction=1, notes=f"#{unpaid}") for amount in ("7.00", "0.00"))
    nobody = an_invoice(dump, "4.00", account_id=0)
    memo, place = dump.add("account_memo", account_id=account), dump.add("delivery", address1="1, rue de Personne")
    service = (dump.folder / "service.txt").read_text().split("\t", 1)[0]
    back = dump.add(
        "invoice_item", invoice_id=taxed, service_id=service, sku="A", quantity="-1.000", unitary_price="2.00"
    )
    dump.add("invoice_item", invoice_id=taxed, sku="A", quantity="1.000", unitary_price="2.00")
    first = imported(dump.folder)
    assert [row[:2] + row[3:] for row in listed(first, "tax_unknown")] == [("invoice_tax", tax, Decimal(3))]
    assert ("invoice_tax", nil) in {row[:2] for row in listed(first, "tax_zero")}
    assert ("invoice", more, f"#{unpaid}", Decimal(7)) in listed(first, "correction_positive")
    assert len(listed(first, "correction_positive")) == 2
    kinds = {v.legacy_id: (v.kind, v.corrects and v.corrects.legacy_id) for v in Invoice.objects.all()}
    assert (kinds[more], kinds[nothing]) == (("invoice", None), ("credit_note", unpaid))
    lines = InvoiceLine.objects.filter(invoice__legacy_id=taxed)
    assert [f"{line.amount:f}" for line in lines.filter(kind="adjustment")] == []
    assert lines.get(legacy_id=back).kind == "one_time"
    assert [row[:2] for row in listed(first, "memo_empty")] == [("account_memo", memo)]
    assert [row[:2] for row in listed(first, "delivery_without_account")] == [("delivery", place)]
    assert [row[1] for row in listed(first, "invoice_without_account")] == [nobody]
    assert unexplained(first) == []

    for table, key in (("invoice", unpaid), ("payment", paid), ("payment_item", part), ("invoice", taxed)):
        dump.remove(table, key)
    run = imported(dump.folder)
    assert listed(run, "gone_from_source") == sorted([
        ("invoice", unpaid, str(unpaid), Decimal(-20)), ("invoice", taxed, str(taxed), Decimal(-23)),
        ("payment", paid, f"PAY-L{paid}", Decimal(-5)),
    ], key=str)  # fmt: skip
    assert [row[:2] for row in listed(run, "allocation_gone")] == [("payment_item", part)]
    assert [row for row in run.report["reconciliation"] if float(row["rest"])] == []
    assert as_said(dump) == []
