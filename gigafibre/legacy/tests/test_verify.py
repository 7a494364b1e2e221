"""The second opinion: it agrees after an import, and sees each kind of cent or row that is not as in the source."""

from __future__ import annotations

import json
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from gigafibre.legacy.importing.run import opened
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.verify import COUNTS, Check, verify
from gigafibre.legacy.verify_source import _day, _said


def checked(folder: Path) -> list[Check]:
    with opened(str(folder)) as source:
        return verify(source)


def wrong(folder: Path) -> dict[str, Decimal]:
    """What doesn't hold, by how much."""
    return {check.name: check.here - check.source for check in checked(folder) if not check.holds}


def broken(statement: str, *tables: str) -> None:
    """Change what stands here as no program could: past every trigger."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement)
        assert cursor.rowcount == 1, statement
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_each_sum_is_seen_when_it_is_wrong(committed_db: Any, tmp_path: Path) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.004, seed=9, defects="real", json=True, stdout=StringIO())
    imported(tmp_path)
    checks = checked(tmp_path)
    assert [check for check in checks if not check.holds] == []
    names = {check.name.split(" ")[0] for check in checks}
    assert names >= {name for name, *_ in COUNTS} | {
        "invoices", "invoiced", "invoice_lines", "invoices_whose_lines_differ",
        "payments", "paid", "GST", "QST", "allocated", "owed",
        "allocations_not_as_in_source", "allocations_short_of_open_ones",
        "receivable_account", "live_subscriptions", "live_monthly_value",
        "customers_whose_balance_differs",
    }  # fmt: skip
    sums = {check.name: check.source for check in checks}
    none = {name for name, *_ in COUNTS if not sums[name]}
    assert none <= {"suspensions"}, "a count of nothing proves nothing"
    assert sums["live_monthly_value"] > 100
    trace = StringIO()
    call_command("legacy_verify", source=str(tmp_path), json=True, stdout=trace)
    assert {row["name"] for row in json.loads(trace.getvalue())} == set(sums)
    # A cent on a document, a cent on a line, another price: each is seen, and nothing else.
    [(invoice, year)] = rows(
        "SELECT id, extract(year FROM date)::int FROM billing_invoice WHERE kind = 'invoice' AND state = 'issued' "
        "AND legacy_id IS NOT NULL ORDER BY id LIMIT 1"
    )
    line = f"(SELECT min(id) FROM billing_invoiceline WHERE invoice_id = {invoice} AND legacy_id IS NOT NULL)"
    broken(
        f"UPDATE billing_invoice SET total = total + 0.01, subtotal = subtotal + 0.01 WHERE id = {invoice}",
        "billing_invoice",
    )
    broken(f"UPDATE billing_invoiceline SET amount = amount + 0.01 WHERE id = {line}", "billing_invoiceline")
    cent = Decimal("0.01")
    assert wrong(tmp_path) == {f"invoiced {year}": cent, "invoice_lines": cent, "invoices_whose_lines_differ": 1}
    broken(
        f"UPDATE billing_invoice SET total = total - 0.01, subtotal = subtotal - 0.01 WHERE id = {invoice}",
        "billing_invoice",
    )
    # The cent on another document's line: no total shows it.
    elsewhere = line.replace(f"= {invoice}", f"= (SELECT min(id) FROM billing_invoice WHERE id > {invoice})")
    broken(f"UPDATE billing_invoiceline SET amount = amount - 0.01 WHERE id = {elsewhere}", "billing_invoiceline")
    assert wrong(tmp_path) == {"invoices_whose_lines_differ": 2}
    broken(f"UPDATE billing_invoiceline SET amount = amount + 0.01 WHERE id = {elsewhere}", "billing_invoiceline")
    broken(f"UPDATE billing_invoiceline SET amount = amount - 0.01 WHERE id = {line}", "billing_invoiceline")
    # An allocation cut for no reason, though the report lists as much: its payment and its invoice have room.
    [(part, run)] = rows(
        "SELECT min(legacy_id), (SELECT max(id) FROM legacy_importrun) FROM ledger_allocation "
        "WHERE legacy_id IS NOT NULL AND undone_on IS NULL "
        "AND debit_id IN (SELECT id FROM ledger_openitem WHERE kind = 'invoice')"
    )
    sides = f"(SELECT unnest(ARRAY[debit_id, credit_id]) FROM ledger_allocation WHERE legacy_id = {part})"
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_allocation DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE ledger_openitem DISABLE TRIGGER USER")
        cursor.execute(f"UPDATE ledger_allocation SET amount = amount - 1 WHERE legacy_id = {part}")
        cursor.execute(f"UPDATE ledger_openitem SET open = open + 1 WHERE id IN {sides}")
        cursor.execute(
            'INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail, amount, field, ours, theirs) '
            f"VALUES ({run}, 'allocation_cut', 'payment_item', {part}, '', 1, '', '', '')"
        )
    assert wrong(tmp_path) == {"allocations_short_of_open_ones": 1}
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE ledger_allocation SET amount = amount + 1 WHERE legacy_id = {part}")
        cursor.execute(f"UPDATE ledger_openitem SET open = open - 1 WHERE id IN {sides}")
        cursor.execute(
            f"DELETE FROM legacy_importfinding WHERE legacy_id = {part} AND code = 'allocation_cut' AND amount = 1"
        )
        cursor.execute("ALTER TABLE ledger_openitem ENABLE TRIGGER USER")
        cursor.execute("ALTER TABLE ledger_allocation ENABLE TRIGGER USER")
    broken(
        "UPDATE subscriptions_subscription SET price_override = 1000000, price_reason = 'x' WHERE id = (SELECT min(id) "
        "FROM subscriptions_subscription WHERE state = 'active' AND interval_months = 1 AND legacy_id IS NOT NULL)"
    )
    broken("DELETE FROM kernel_note WHERE id = (SELECT min(id) FROM kernel_note WHERE legacy_id > 0)", "kernel_note")
    found = wrong(tmp_path)
    assert set(found) == {"live_monthly_value"}, "what staff deleted here is no fault of the import"
    assert found["live_monthly_value"] > 900_000
    with pytest.raises(CommandError, match="live_monthly_value"):
        call_command("legacy_verify", source=str(tmp_path), stdout=trace)
    assert "≠  live_monthly_value" in trace.getvalue()
    # The source says otherwise: a row more, another amount, another invoice paid.
    dump = Dump(tmp_path)
    [(part,)] = rows("SELECT min(legacy_id) FROM ledger_allocation WHERE legacy_id IS NOT NULL AND undone_on IS NULL")
    dump.change("payment_item", part, invoice_id=lambda was: int(was) + 1)
    dump.add("soumission", account_id=1)
    dump.add("fibre")
    dump.add("device", mac="02:00:00:00:00:01")
    dump.add("staff", username="nouvelle")
    dump.add("product_cat", name="Nouvelle")
    dump.add("product", sku="NOUVEAU")
    [(account, job)] = rows(
        "SELECT min(c.legacy_id), max(j.legacy_id) FROM crm_customer c, dispatch_job j WHERE NOT c.placeholder"
    )
    dump.add("account", first_name="Nouvelle", cell="450 555-0133")
    dump.add("delivery_history", account_id=account)
    dump.change("bon_travail", job, heure_arrive_t2=lambda _: "8h", tech2=lambda _: 0, heure_depart_t2=lambda _: "")
    dump.add("bon_travail_item", bon_id=job, qte=1)
    assert set(wrong(tmp_path)) == {
        "live_monthly_value", "allocations_not_as_in_source", "quotations", "drops", "equipment", "staff",
        "item_groups", "items", "customers", "contacts", "former_addresses", "hours", "job_lines",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (0, None), (-1, None), (943938000, None), (2147483647, None), (4102444800, None), (631151999, None),
        (1763787600, "2025-11-22"), (1763787599, "2025-11-21"), (1763787600000, "2025-11-22"),
    ],
)  # fmt: skip
def test_a_day_is_montreals_or_none(db: None, moment: int, day: str | None) -> None:
    found = _day(moment)
    assert (str(found) if found else None) == day
    with connection.cursor() as cursor:
        cursor.execute("SELECT legacy_day(%s)", [moment])
        assert cursor.fetchone()[0] == found


def test_a_text_says_something_or_not() -> None:
    assert [_said(text) for text in ("x", " é\n", None, "", " \r\n\t", "\0")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]
